import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Both the program and the Debian package that has it. */
const program = 'redis-server';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

/** A real Redis for tests, in a folder of its own, flushing every write. Whoever starts it stops it. */
export class RedisServer {
  readonly folder: string;
  readonly #port: number;
  #child: ChildProcess | null = null;

  private constructor(folder: string, port: number) {
    this.folder = folder;
    this.#port = port;
  }

  /** Throws a sentence with the package's name when there is no `redis-server`. */
  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await mkdtemp(join(tmpdir(), 'track2-redis-')), await freePort());
    await server.run();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#port}`;
  }

  /** Runs it on what lies in its folder, and resolves once it takes connections. */
  async run(): Promise<void> {
    const settings = {
      port: this.#port,
      bind: '127.0.0.1',
      dir: this.folder,
      appendonly: 'yes',
      appendfsync: 'always',
      save: '',
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise<void>((ready, fail) => {
      child.on('error', (cause: NodeJS.ErrnoException) => {
        const sentence = `${program} is missing: install the Debian package ${program}`;
        fail(cause.code === 'ENOENT' ? new Error(sentence, { cause }) : cause);
      });
      child.on('exit', (status) => fail(new Error(`${program} ended with ${status} before it was ready`)));
      createInterface(child.stdout).on('line', (line) => {
        if (line.includes('Ready to accept connections')) ready();
      });
    });
    this.#child = child;
  }

  /** As a power cut would: no flush, no farewell. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}
