import { Agent, request } from 'node:http';
import type { Platform } from './platform.ts';

/** A request as a page of the platform would send it, but for what is said. */
export type Probe = {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: Uint8Array | object;
};

/** What came back: everything but the date, byte by byte, and how long it took. */
export type Answer = { status: number; seen: string; body: string; setCookie: readonly string[]; tookMs: number };

/** Sends requests over one connection, each from an address of its own, as no address may guess for long. */
export class Prober {
  readonly #platform: Pick<Platform, 'httpPort' | 'url'>;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #addresses = 0;

  constructor(platform: Pick<Platform, 'httpPort' | 'url'>) {
    this.#platform = platform;
  }

  ask({ method, path, headers = {}, body }: Probe): Promise<Answer> {
    const isRaw = body === undefined || body instanceof Uint8Array;
    const payload = isRaw ? body : JSON.stringify(body);
    const sent = {
      origin: this.#platform.url,
      'x-forwarded-for': this.#address(),
      ...(isRaw ? {} : { 'content-type': 'application/json' }),
      ...headers,
    };
    return new Promise((resolve, reject) => {
      const startedAt = performance.now();
      const asked = request(
        { host: '127.0.0.1', port: this.#platform.httpPort, method, path, headers: sent, agent: this.#agent },
        (answer) => {
          const pieces: Buffer[] = [];
          answer.on('data', (piece: Buffer) => pieces.push(piece));
          answer.on('error', reject);
          answer.on('end', () => {
            const tookMs = performance.now() - startedAt;
            const content = Buffer.concat(pieces).toString('latin1');
            const { statusCode: status = 0, rawHeaders } = answer;
            const seen = JSON.stringify([status, withoutDate(rawHeaders), content]);
            resolve({ status, seen, body: content, setCookie: answer.headers['set-cookie'] ?? [], tookMs });
          });
        },
      );
      asked.on('error', reject);
      asked.end(payload);
    });
  }

  close(): void {
    this.#agent.destroy();
  }

  #address(): string {
    const number = this.#addresses++;
    return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  }
}

/** Names and values as they came over the wire, in their order. */
const withoutDate = (raw: readonly string[]): string[] =>
  raw.filter((_, index) => raw[index - (index % 2)]?.toLowerCase() !== 'date');
