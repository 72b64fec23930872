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

/** So many windows in a row have to sound as wanted, but for so many that may not. */
type Wanted = { sound: number | null | { not: number }; misses: number };

type Listening = { isAsWanted: boolean; seen: (number | null)[] };

/**
 * Listens until the last ten windows of 200 ms sound as wanted, for at most 30 s: on an idle machine that takes 2 s, and
 * many times that where five browsers share two busy cores. What sounds in a window is the tone that stands out, above
 * -75 dB and 20 dB above every other; null where none does.
 */
function listen(page: Page, { sound, misses }: Wanted): Promise<Listening> {
  return page.evaluate(
    async ({ sound, misses, frequencies, ms }) => {
      const isWanted = (heard: number | null): boolean =>
        typeof sound === 'object' && sound !== null ? heard !== sound.not : heard === sound;
      const seen: (number | null)[] = [];
      const until = performance.now() + 30_000;
      while (performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, ms));
        const levels = window.track2Levels(frequencies);
        const loudest = Math.max(...levels);
        const clear = levels.filter((level) => level > loudest - 20).length === 1;
        seen.push(loudest > -75 && clear ? (frequencies[levels.indexOf(loudest)] ?? null) : null);
        const last = seen.slice(-10);
        if (last.length === 10 && last.filter(isWanted).length >= 10 - misses) return { isAsWanted: true, seen };
      }
      return { isAsWanted: false, seen };
    },
    { sound, misses, frequencies: [...toneFrequencies], ms: WINDOW_MS },
  );
}

async function expectSound(page: Page, what: string, wanted: Wanted): Promise<void> {
  const { isAsWanted, seen } = await listen(page, wanted);
  expect(isAsWanted, `${what}; in windows of ${WINDOW_MS} ms: ${seen.join(' ')}`).toBe(true);
}

/** The tone is heard here: it stands out in 9 of 10 windows. Listens for a while, as sound takes its time to come. */
export const expectHeard = (page: Page, frequency: number): Promise<void> =>
  expectSound(page, `${frequency} Hz is heard`, { sound: frequency, misses: 1 });

/**
 * The tone is gone here: it stands out in no window for 2 s. Listens for a while, as a jitter buffer goes on with
 * what it has, on a busy machine for longer than a second; that no packet leaves is counted elsewhere (R18).
 */
export const expectGone = (page: Page, frequency: number): Promise<void> =>
  expectSound(page, `${frequency} Hz is gone`, { sound: { not: frequency }, misses: 0 });

/** Nobody is heard here for 2 s. */
export const expectSilence = (page: Page): Promise<void> =>
  expectSound(page, 'nobody is heard', { sound: null, misses: 0 });
