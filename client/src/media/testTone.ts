const FREQUENCY_HZ = 440;
const LOUDNESS = 0.3;
/** A context that does not run by now will not: no loudspeaker, or a browser that holds it back. */
const STARTS_WITHIN_MS = 1000;

/**
 * A tone that goes to the server and not to the loudspeaker, and an ear for it when it comes back. Made on a context of
 * the person's press, as browsers let no other one sound. The context is closed by whoever made it.
 */
export class TestTone {
  readonly track: MediaStreamTrack;
  /** Whether there is a tone at all: some browsers keep silent where they have nothing to play on. */
  readonly sounds: boolean;
  readonly #context: AudioContext;

  static async start(context: AudioContext): Promise<TestTone> {
    const away = new MediaStreamAudioDestinationNode(context);
    const oscillator = new OscillatorNode(context, { frequency: FREQUENCY_HZ });
    oscillator.connect(new GainNode(context, { gain: LOUDNESS })).connect(away);
    oscillator.start();
    await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, STARTS_WITHIN_MS))]);
    const [track] = away.stream.getAudioTracks();
    if (track === undefined) throw new DOMException('no sound can be made', 'NotSupportedError');
    return new TestTone(context, track);
  }

  private constructor(context: AudioContext, track: MediaStreamTrack) {
    this.#context = context;
    this.track = track;
    this.sounds = context.state === 'running';
  }

  /** Listens to what comes back; the answer is whether it is the tone at this moment. */
  listenTo(back: MediaStreamTrack): () => boolean {
    const analyser = new AnalyserNode(this.#context, { fftSize: 4096 });
    this.#context.createMediaStreamSource(new MediaStream([back])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    return () => {
      analyser.getFloatTimeDomainData(samples);
      return isTone(samples, FREQUENCY_HZ / this.#context.sampleRate);
    };
  }
}

/** A tenth of the loudness that was sent; what a browser makes up for lost packets stays below. */
const QUIETEST_POWER = (LOUDNESS / 10) ** 2 / 2;

/** Whether a stretch of sound is a tone of that many cycles in a sample more than all else together (Goertzel). */
export function isTone(samples: Float32Array, cycles: number): boolean {
  const coefficient = 2 * Math.cos(2 * Math.PI * cycles);
  let total = 0;
  let [one, two] = [0, 0];
  for (const sample of samples) {
    total += sample * sample;
    [one, two] = [sample + coefficient * one - two, one];
  }
  const power = total / samples.length;
  const ofTone = (2 * (one * one + two * two - coefficient * one * two)) / samples.length ** 2;
  return power > QUIETEST_POWER && ofTone > power / 2;
}
