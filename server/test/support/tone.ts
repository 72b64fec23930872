import wrtc from '@roamhq/wrtc';

const sampleRate = 48_000;
const frameMs = 10;
const samplesInFrame = (sampleRate * frameMs) / 1000;
const amplitude = 8000;
const lateFramesAtMost = 20;

/** A microphone into which somebody hums one tone and never stops. Closed by its person. */
export class Tone {
  readonly #hz: number;
  readonly #source = new wrtc.nonstandard.RTCAudioSource();
  readonly #timer: NodeJS.Timeout;
  #phase = 0;
  #emittedUntil = performance.now();

  constructor(hz: number) {
    this.#hz = hz;
    this.#timer = setInterval(() => this.#catchUp(), frameMs);
  }

  track() {
    return this.#source.createTrack();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  /** As many frames as are due, so that a busy machine delays the tone without thinning it. */
  #catchUp(): void {
    const now = performance.now();
    this.#emittedUntil = Math.max(this.#emittedUntil, now - lateFramesAtMost * frameMs);
    for (; this.#emittedUntil + frameMs <= now; this.#emittedUntil += frameMs) this.#emit();
  }

  #emit(): void {
    const samples = new Int16Array(samplesInFrame);
    for (let i = 0; i < samples.length; i++) {
      samples[i] = amplitude * Math.sin((this.#phase++ * 2 * Math.PI * this.#hz) / sampleRate);
    }
    this.#source.onData({ samples, sampleRate, bitsPerSample: 16, channelCount: 1, numberOfFrames: samplesInFrame });
  }
}

type Decoded = { samples: Int16Array; sampleRate: number; channelCount?: number };

const windowMs = 100;
const audiblePower = (amplitude / 20) ** 2 / 2;

/** Listens to what one received track decodes to. Closed by its person. */
export class Ear {
  readonly #sink: InstanceType<typeof wrtc.nonstandard.RTCAudioSink>;
  readonly #onWindow: () => void;
  #window: number[] = [];
  #last: { samples: number[]; sampleRate: number } | null = null;

  constructor(track: ConstructorParameters<typeof wrtc.nonstandard.RTCAudioSink>[0], onWindow: () => void) {
    this.#onWindow = onWindow;
    this.#sink = new wrtc.nonstandard.RTCAudioSink(track);
    this.#sink.ondata = (decoded: Decoded) => this.#take(decoded);
  }

  /** Whether the last whole window of sound was that tone more than everything else together. */
  hears(hz: number): boolean {
    if (this.#last === null) return false;
    const { samples, sampleRate: rate } = this.#last;
    const total = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    return total > audiblePower && powerAt(samples, hz / rate) > total / 2;
  }

  /** What was heard so far counts no more. */
  forget(): void {
    this.#last = null;
    this.#window = [];
  }

  close(): void {
    this.#sink.stop();
  }

  #take({ samples, sampleRate: rate, channelCount = 1 }: Decoded): void {
    for (let i = 0; i < samples.length; i += channelCount) this.#window.push(samples[i] ?? 0);
    if (this.#window.length < (rate * windowMs) / 1000) return;
    this.#last = { samples: this.#window, sampleRate: rate };
    this.#window = [];
    this.#onWindow();
  }
}

/** The power of one frequency, given as a share of the sample rate: Goertzel's algorithm. */
function powerAt(samples: readonly number[], frequency: number): number {
  const coefficient = 2 * Math.cos(2 * Math.PI * frequency);
  let [one, two] = [0, 0];
  for (const sample of samples) [one, two] = [sample + coefficient * one - two, one];
  const magnitude = one * one + two * two - coefficient * one * two;
  return (2 * magnitude) / samples.length ** 2;
}
