import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Two ports in a row that nothing listens on, for a server with two media workers. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Another one than that of a platform beside it, and below those that the system deals out. */
const randomRtcPort = (): number =>
  20_000 + Math.floor(Math.random() * 3000) * 4 + Number(process.env.TEST_PARALLEL_INDEX ?? 0) * 2;

/** The meeting's file and start, and what the server is told besides by its environment. */
type Settings = { meeting?: string | undefined; at?: string | undefined; env?: NodeJS.ProcessEnv | undefined };

/**
 * The real server in a process of its own, with an embedded store in a folder that lasts as long as the test. It
 * can be killed and started again on the same store, as an operator would see it.
 */
export class Platform {
  readonly url: string;
  readonly folder: string;
  /** Personal links by seat name; an aide's is the seat's name with `+aide`. */
  links: ReadonlyMap<string, string> = new Map();
  readonly #env: NodeJS.ProcessEnv;
  readonly #args: string[];
  #server: ChildProcess | null = null;
  #log = '';

  static async start({ meeting, at, env }: Settings = {}): Promise<Platform> {
    const folder = await mkdtemp(join(tmpdir(), 'track2-e2e-'));
    const platform = new Platform(folder, await freePort(), randomRtcPort(), { meeting, at, env });
    await platform.startServer();
    platform.links = linksIn(await readFile(join(folder, 'links.txt'), 'utf8'));
    return platform;
  }

  private constructor(folder: string, port: number, rtcPort: number, { meeting, at, env }: Settings) {
    this.folder = folder;
    this.url = `http://localhost:${port}`;
    this.#args = [...(meeting === undefined ? [] : ['--meeting', meeting]), ...(at === undefined ? [] : ['--at', at])];
    this.#env = {
      ...process.env,
      ...env,
      TRACK2_PORT: String(port),
      TRACK2_RTC_PORT: String(rtcPort),
      TRACK2_RTC_WORKERS: '1',
      TRACK2_DATA_DIR: folder,
    };
  }

  /** What the server has printed so far. */
  get log(): string {
    return this.#log;
  }

  /** Starts the server and resolves when it listens. */
  async startServer(): Promise<void> {
    const isFirst = this.#server === null;
    const server = spawn(
      process.execPath,
      ['--conditions=@track2/source', 'server/src/main.ts', ...(isFirst ? this.#args : [])],
      { cwd: root, env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.#server = server;
    const listening = new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        this.#log += chunk.toString();
        if (chunk.includes('"msg":"open ')) resolve();
      };
      server.stdout.on('data', read);
      server.stderr.on('data', read);
      server.on('exit', () => reject(new Error(`the server ended:\n${this.#log}`)));
    });
    await listening;
  }

  /** Ends the server at once, as a crash would. */
  async kill(): Promise<void> {
    await this.#stop('SIGKILL');
  }

  /** Process ids of the media workers, so that one can be killed. */
  async workerPids(): Promise<number[]> {
    const pid = this.#server?.pid;
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return children.trim().split(' ').filter(Boolean).map(Number);
  }

  async close(): Promise<void> {
    await this.#stop('SIGTERM');
    await rm(this.folder, { recursive: true, force: true });
  }

  async #stop(signal: NodeJS.Signals): Promise<void> {
    const server = this.#server;
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    server.removeAllListeners('exit');
    const exited = once(server, 'exit');
    server.kill(signal);
    await exited;
  }
}

function linksIn(text: string): Map<string, string> {
  const links = new Map<string, string>();
  for (const line of text.split('\n')) {
    const seat = line.split(' ')[0];
    const url = /https?:\S+$/.exec(line)?.[0];
    if (seat === undefined || url === undefined) continue;
    links.set(links.has(seat) ? `${seat}+aide` : seat, url);
  }
  return links;
}
