import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Receives } from './mediaClient.ts';
import type { AskName, FromPeer, PeerAsks } from './peerMessages.ts';

const program = fileURLToPath(new URL('./peerProcess.ts', import.meta.url));

/** A peer in a process of its own. Closed by the proof. */
export class Peer {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, PromiseWithResolvers<PeerAsks[AskName]['answer']>>();
  readonly #receives: Receives;
  #n = 0;

  constructor(receives: Receives) {
    this.#receives = receives;
    this.#process = fork(program, { execArgv: ['--conditions=@track2/source'] });
    this.#process.on('message', (message) => this.#hear(message as FromPeer)); // the child is the same program
    this.#process.on('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the peer’s process has ended'));
    });
  }

  async ask<Name extends AskName>(name: Name, ask: PeerAsks[Name]['ask']): Promise<PeerAsks[Name]['answer']> {
    const n = ++this.#n;
    const waiting = Promise.withResolvers<PeerAsks[AskName]['answer']>();
    this.#waiting.set(n, waiting);
    this.#process.send({ n, name, ask });
    return waiting.promise;
  }

  async close(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.disconnect();
    await ended;
  }

  #hear(message: FromPeer): void {
    if (message.kind === 'receives') {
      this.#receives(message.ssrc, message.member);
      return;
    }
    const waiting = this.#waiting.get(message.n);
    this.#waiting.delete(message.n);
    if (message.kind === 'answer') waiting?.resolve(message.answer);
    else waiting?.reject(new Error(message.reason));
  }
}
