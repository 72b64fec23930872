import type { ConsumerOptions } from 'mediasoup/types';
import type { SfuConsumer, SfuTransport } from '../sfu.ts';
import type { Switchable } from '../valve.ts';

let made = 0;

/** A producer or consumer whose answers a test gives by hand, in the order of the calls; or by itself with `prompt`. */
export class FakeSwitch implements Switchable {
  readonly id = `fake${made++}`;
  readonly calls: string[] = [];
  readonly #prompt: boolean;
  readonly #unanswered: PromiseWithResolvers<void>[] = [];

  constructor({ prompt = false } = {}) {
    this.#prompt = prompt;
  }

  pause(): Promise<void> {
    return this.#call('pause');
  }

  resume(): Promise<void> {
    return this.#call('resume');
  }

  close(): void {
    this.calls.push('close');
  }

  /** Answers the oldest call that waits. */
  answer(error?: Error): void {
    const call = this.#unanswered.shift();
    if (!call) throw new Error('nothing was asked');
    if (error) call.reject(error);
    else call.resolve();
  }

  /** What the worker would do with the calls so far. */
  get flows(): boolean {
    return !this.calls.includes('close') && this.calls.findLast((call) => call !== 'close') === 'resume';
  }

  #call(name: string): Promise<void> {
    this.calls.push(name);
    if (this.#prompt) return Promise.resolve();
    const call = Promise.withResolvers<void>();
    this.#unanswered.push(call);
    return call.promise;
  }
}

export class FakeConsumer extends FakeSwitch implements SfuConsumer {
  readonly rtpParameters = { codecs: [] };
  readonly layers: number[] = [];

  async setPreferredLayers({ spatialLayer }: { spatialLayer: number }): Promise<void> {
    this.layers.push(spatialLayer);
  }
}

/** A transport on which a test sees what was made. */
export class FakeTransport implements SfuTransport {
  readonly id = `transport${made++}`;
  readonly iceParameters = { usernameFragment: '', password: '' };
  readonly iceCandidates = [];
  readonly dtlsParameters = { fingerprints: [] };
  readonly producers: FakeSwitch[] = [];
  readonly consumers = new Map<string, FakeConsumer>();
  readonly #prompt: boolean;

  constructor({ prompt = true } = {}) {
    this.#prompt = prompt;
  }

  async connect(): Promise<void> {}

  async restartIce(): Promise<typeof this.iceParameters> {
    return this.iceParameters;
  }

  async produce(): Promise<FakeSwitch> {
    const producer = new FakeSwitch({ prompt: this.#prompt });
    this.producers.push(producer);
    return producer;
  }

  async consume({ producerId }: ConsumerOptions): Promise<FakeConsumer> {
    const consumer = new FakeConsumer({ prompt: true });
    this.consumers.set(producerId, consumer);
    return consumer;
  }

  close(): void {}
}
