const EVERY_MS = 80;
const QUIETEST_DB = -60;

/** Reads how loud a microphone is, from 0 to 1, some twelve times a second. Returns how to stop. */
export function meter(microphone: MediaStream, read: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  context.createMediaStreamSource(microphone).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    read(levelOf(samples));
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    void context.close(); // only a context that is closed already can fail to close
  };
}

/** The loudness of one stretch of sound on the scale on which ears hear it: -60 dB and less is 0, the loudest is 1. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  const decibels = 10 * Math.log10(power + Number.MIN_VALUE);
  return Math.min(1, Math.max(0, 1 - decibels / QUIETEST_DB));
}
