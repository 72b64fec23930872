import type { Tone } from '../ui/uiStore.ts';

/** One soft tone: frequency in Hz, start and length in seconds. */
type Note = readonly [frequency: number, start: number, length: number];

/** The tones of moments. Each is over within 400 ms: one for a fact, two rising ones for the floor, a low one for who presides. */
export const notesOf: Readonly<Record<Tone, readonly Note[]>> = {
  next: [[587, 0, 0.3]],
  floor: [
    [523, 0, 0.17],
    [659, 0.18, 0.2],
  ],
  twoMinutes: [[494, 0, 0.3]],
  request: [[440, 0, 0.22]],
};

/** Two soft rising tones. */
const test: readonly Note[] = [
  [523, 0, 0.35],
  [659, 0.4, 0.5],
];
const LOUDNESS = 0.2;
const FADE_S = 0.04;
const SILENCE_S = 0.2;
/** A browser that lets nothing sound yet would sound it whenever it does; by then it means nothing. */
const STALE_MS = 500;

type WithSink = AudioContext & { setSinkId?(id: string): Promise<void> };

/** Plays two tones on that loudspeaker, or on the browser's own; resolves when they are over. To be called in a press. */
export const playTestSound = (speaker: string | null): Promise<void> => playNotes(test, speaker);

/** Plays notes on that loudspeaker, or on the browser's own; resolves when they are over, or `stopped`. */
export async function playNotes(notes: readonly Note[], speaker: string | null, stopped?: AbortSignal): Promise<void> {
  const context: WithSink = new AudioContext();
  try {
    // A loudspeaker that is gone, or a browser that cannot choose: then it sounds where everything else does.
    if (speaker !== null) await context.setSinkId?.(speaker).catch(() => {});
    await Promise.race([context.resume(), pause(STALE_MS)]);
    if (context.state !== 'running' || stopped?.aborted === true) return;
    const begin = context.currentTime + FADE_S;
    for (const note of notes) sound(context, note, begin);
    const over = notes.map(([, start, length]) => start + length);
    await pause((Math.max(...over) + SILENCE_S) * 1000, stopped);
  } finally {
    await context.close();
  }
}

const pause = (ms: number, stopped?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
    stopped?.addEventListener('abort', () => resolve());
  });

function sound(context: AudioContext, [frequency, after, length]: Note, begin: number): void {
  const start = begin + after;
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(LOUDNESS, start + FADE_S);
  gain.gain.setValueAtTime(LOUDNESS, start + length - FADE_S);
  gain.gain.linearRampToValueAtTime(0, start + length);
  const oscillator = new OscillatorNode(context, { frequency });
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + length);
}
