import { expect, type Page } from '@playwright/test';
import { toneFrequencies } from './tones.ts';

declare global {
  interface Window {
    /** Level in dB of each frequency in what this page plays now. */
    track2Levels(frequencies: readonly number[]): number[];
  }
}

/**
 * Listens in on what the page plays: taps every media element of the app itself, and leaves out those that are
 * paused. An init script, so that it is there before the app.
 */
export function tapPlayedSound(): void {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
  const taps = new Map<HTMLMediaElement, { stream: MediaStream; source: MediaStreamAudioSourceNode; gain: GainNode }>();
  const original = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
  const drop = (element: HTMLMediaElement): void => {
    const tap = taps.get(element);
    tap?.source.disconnect();
    tap?.gain.disconnect();
    taps.delete(element);
  };
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    configurable: true,
    get(this: HTMLMediaElement) {
      return original?.get?.call(this);
    },
    set(this: HTMLMediaElement, stream: MediaProvider | null) {
      original?.set?.call(this, stream);
      drop(this);
      if (!(stream instanceof MediaStream) || stream.getAudioTracks().length === 0) return;
      const source = context.createMediaStreamSource(stream);
      const gain = new GainNode(context);
      source.connect(gain).connect(analyser);
      taps.set(this, { stream, source, gain });
    },
  });
  const levels = new Float32Array(analyser.frequencyBinCount);
  window.track2Levels = (frequencies) => {
    void context.resume(); // resolves when a gesture allows it; until then every level is silence
    for (const [element, { gain }] of taps) gain.gain.value = element.paused || !element.isConnected ? 0 : 1;
    analyser.getFloatFrequencyData(levels);
    return frequencies.map((frequency) => {
      const bin = Math.round(frequency / (context.sampleRate / analyser.fftSize));
      return Math.max(...levels.subarray(bin - 2, bin + 3));
    });
  };
}

const WINDOW_MS = 200;

/** Which tone stands out in each window of 200 ms: above -75 dB and 20 dB above every other; null where none does. */
async function windows(page: Page, count: number): Promise<(number | null)[]> {
  return page.evaluate(
    async ({ count, frequencies, ms }) => {
      const seen: (number | null)[] = [];
      for (let index = 0; index < count; index += 1) {
        await new Promise((resolve) => setTimeout(resolve, ms));
        const levels = window.track2Levels(frequencies);
        const loudest = Math.max(...levels);
        const clear = levels.filter((level) => level > loudest - 20).length === 1;
        seen.push(loudest > -75 && clear ? (frequencies[levels.indexOf(loudest)] ?? null) : null);
      }
      return seen;
    },
    { count, frequencies: [...toneFrequencies], ms: WINDOW_MS },
  );
}

/** One look takes 2 s on an idle machine, and many times that where five browsers share two busy cores. */
const patience = { timeout: 30_000 };

const told = (seen: (number | null)[]): string => `in windows of ${WINDOW_MS} ms: ${seen.join(' ')}`;

/** The tone is heard here: it stands out in 9 of 10 windows. Looks again for a while, as sound takes its time to come. */
export async function expectHeard(page: Page, frequency: number): Promise<void> {
  await expect(async () => {
    const seen = await windows(page, 10);
    expect(seen.filter((heard) => heard === frequency).length, told(seen)).toBeGreaterThanOrEqual(9);
  }).toPass(patience);
}

/**
 * The tone is gone here: it stands out in no window for 2 s. Looks again for a while, as a jitter buffer goes on with
 * what it has, on a busy machine for longer than a second; that no packet leaves is counted elsewhere (R18).
 */
export async function expectGone(page: Page, frequency: number): Promise<void> {
  await expect(async () => {
    const seen = await windows(page, 10);
    expect(seen, told(seen)).not.toContain(frequency);
  }).toPass(patience);
}

/** Nobody is heard here for 2 s. */
export async function expectSilence(page: Page): Promise<void> {
  await expect(async () => {
    const seen = await windows(page, 10);
    expect(seen, told(seen)).toEqual(seen.map(() => null));
  }).toPass(patience);
}
