import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const source = (file: string): string => fileURLToPath(new URL(`../src/${file}`, import.meta.url));

/** A port of the loopback that was free for TCP and UDP a moment ago. */
export async function freePort(): Promise<number> {
  const tcp = createServer();
  await once(tcp.listen(0, '127.0.0.1'), 'listening');
  const address = tcp.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const udp = createSocket('udp4');
  const isFree = new Promise<boolean>((resolve) => {
    udp.once('error', () => resolve(false));
    udp.bind(port, '127.0.0.1', () => udp.close(() => resolve(true)));
  });
  const free = await isFree;
  await once(tcp.close(), 'close');
  return free ? port : freePort();
}

/** What a process said and how it ended. */
export type Ended = { code: number | null; signal: NodeJS.Signals | null; output: string };

/** The platform as a process of its own, as `npm start` runs it. Ended by whoever started it. */
export class StartedPlatform {
  readonly ended: Promise<Ended>;
  readonly #process: ChildProcess;
  #output = '';
  #wake: () => void = () => {};
  #isOver = false;

  /** Starts `main.ts` or `links.ts`; on a terminal of its own when asked for one. */
  static run(
    file: 'main.ts' | 'links.ts',
    env: Record<string, string>,
    { args = [], terminal = false }: { args?: string[]; terminal?: boolean } = {},
  ): StartedPlatform {
    const command = [process.execPath, '--conditions=@track2/source', source(file), ...args];
    const [program = '', ...rest] = terminal ? ['script', '-qefc', command.join(' '), '/dev/null'] : command;
    const { PATH, HOME, MEDIASOUP_WORKER_BIN } = process.env;
    return new StartedPlatform(
      spawn(program, rest, { env: { PATH, HOME, MEDIASOUP_WORKER_BIN, ...env }, stdio: ['pipe', 'pipe', 'pipe'] }),
    );
  }

  private constructor(child: ChildProcess) {
    this.#process = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
        this.#wake();
      });
    }
    this.ended = once(child, 'close').then(([code, signal]) => {
      this.#isOver = true;
      this.#wake();
      return { code, signal, output: this.#output };
    });
  }

  /** All that it has said on stdout and stderr. */
  get output(): string {
    return this.#output;
  }

  /** Resolves once it has said this. */
  async says(text: string): Promise<void> {
    while (!this.#output.includes(text)) {
      if (this.#isOver) throw new Error(`ended without saying "${text}": ${this.#output}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  listens(): Promise<void> {
    return this.says('open http://localhost:');
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    if (!this.#isOver) this.#process.kill(signal);
    return this.ended;
  }
}
