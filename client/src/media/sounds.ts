/** Two soft rising tones: frequency in Hz, start and length in seconds. */
const tones = [
  [523, 0, 0.35],
  [659, 0.4, 0.5],
] as const;
const LOUDNESS = 0.2;
const FADE_S = 0.04;
const SILENCE_S = 0.2;

type WithSink = AudioContext & { setSinkId?(id: string): Promise<void> };

/** Plays two tones on that loudspeaker, or on the browser's own; resolves when they are over. To be called in a press. */
export async function playTestSound(speaker: string | null): Promise<void> {
  const context: WithSink = new AudioContext();
  try {
    // A loudspeaker that is gone, or a browser that cannot choose: then it sounds where everything else does.
    if (speaker !== null) await context.setSinkId?.(speaker).catch(() => {});
    await context.resume();
    const begin = context.currentTime + FADE_S;
    for (const [frequency, start, length] of tones) tone(context, frequency, begin + start, length);
    const over = tones.map(([, start, length]) => start + length);
    await new Promise((resolve) => setTimeout(resolve, (Math.max(...over) + SILENCE_S) * 1000));
  } finally {
    await context.close();
  }
}

function tone(context: AudioContext, frequency: number, start: number, length: number): void {
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
