import { expect, type Page } from '@playwright/test';
import { toneFrequencies } from './tones.ts';

/** An ear at a page, for as long as somebody listens. */
type Ear = {
  /** Level in dB of each frequency in what the page plays now; null while nothing new has come to the ear. */
  levels(frequencies: readonly number[]): number[] | null;
  close(): Promise<void>;
};

declare global {
  interface Window {
    track2Listen(): Ear;
  }
}

/**
 * Lets one listen in on what the page plays: to every media element of the app itself but those that are paused. An
 * init script, so that it is there before the app. Only an open ear costs anything: its sound is reckoned all the time,
 * which took every browser of a test more than the decoding did.
 */
export function tapPlayedSound(): void {
  const played = new Map<HTMLMediaElement, MediaStream>();
  const original = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    configurable: true,
    get(this: HTMLMediaElement) {
      return original?.get?.call(this);
    },
    set(this: HTMLMediaElement, stream: MediaProvider | null) {
      original?.set?.call(this, stream);
      if (stream instanceof MediaStream && stream.getAudioTracks().length > 0) played.set(this, stream);
      else played.delete(this);
    },
  });
  window.track2Listen = () => {
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
    const spectrum = new Float32Array(analyser.frequencyBinCount);
    const wholeSpectrum = analyser.fftSize / context.sampleRate;
    const taps = new Map<HTMLMediaElement, { stream: MediaStream; source: AudioNode; gain: GainNode }>();
    const drop = (element: HTMLMediaElement): void => {
      taps.get(element)?.source.disconnect();
      taps.get(element)?.gain.disconnect();
      taps.delete(element);
    };
    const follow = (): void => {
      for (const [element, { stream }] of taps) if (played.get(element) !== stream) drop(element);
      for (const [element, stream] of played) {
        const gain = taps.get(element)?.gain ?? new GainNode(context);
        if (!taps.has(element)) {
          const source = context.createMediaStreamSource(stream);
          source.connect(gain).connect(analyser);
          taps.set(element, { stream, source, gain });
        }
        gain.gain.value = element.paused || !element.isConnected ? 0 : 1;
      }
    };
    follow();
    // What was just tapped takes a moment to arrive; until then it must not pass for silence.
    let heardUntil = wholeSpectrum;
    return {
      levels(frequencies) {
        void context.resume(); // resolves when a gesture allows it
        follow();
        if (context.currentTime < heardUntil + wholeSpectrum) return null;
        heardUntil = context.currentTime;
        analyser.getFloatFrequencyData(spectrum);
        return frequencies.map((frequency) => {
          const bin = Math.round(frequency / (context.sampleRate / analyser.fftSize));
          return Math.max(...spectrum.subarray(bin - 2, bin + 3));
        });
      },
      close: () => context.close(),
    };
  };
}

const WINDOW_MS = 200;

/** So many windows in a row have to sound as wanted, but for so many that may not. */
type Wanted = { sound: number | null | { not: number }; misses: number };

type Listening = { isAsWanted: boolean; seen: (number | null)[] };

/**
 * Listens until the last ten windows of 200 ms that came to the ear sound as wanted, for at most 30 s: on an idle
 * machine that takes 2 s, and many times that where five browsers share two busy cores. What sounds in a window is the
 * tone that stands out, above -75 dB and 20 dB above every other; null where none does.
 */
function listen(page: Page, { sound, misses }: Wanted): Promise<Listening> {
  return page.evaluate(
    async ({ sound, misses, frequencies, ms }) => {
      const isWanted = (heard: number | null): boolean =>
        typeof sound === 'object' && sound !== null ? heard !== sound.not : heard === sound;
      const seen: (number | null)[] = [];
      const ear = window.track2Listen();
      const until = performance.now() + 30_000;
      let isAsWanted = false;
      while (!isAsWanted && performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, ms));
        const levels = ear.levels(frequencies);
        if (levels === null) continue;
        const loudest = Math.max(...levels);
        const clear = levels.filter((level) => level > loudest - 20).length === 1;
        seen.push(loudest > -75 && clear ? (frequencies[levels.indexOf(loudest)] ?? null) : null);
        const last = seen.slice(-10);
        isAsWanted = last.length === 10 && last.filter(isWanted).length >= 10 - misses;
      }
      await ear.close();
      return { isAsWanted, seen };
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
