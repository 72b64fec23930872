import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One frequency (Hz) for each person who can be told apart by ear; none is a harmonic of another. */
export const toneFrequencies = [440, 554, 659, 784, 932] as const;

const RATE = 48_000;
const SECONDS = 4;
// Noise suppression takes a steady tone for noise; one that swells ten times a second passes as a voice.
const MODULATION_HZ = 10;

/** Writes a tone for `--use-file-for-fake-audio-capture`: mono, 48 kHz, 16 bit, without a click where it loops. */
export function writeTone(folder: string, frequency: number): string {
  const samples = RATE * SECONDS;
  const data = Buffer.alloc(44 + samples * 2);
  data.write('RIFF', 0);
  data.writeUInt32LE(36 + samples * 2, 4);
  data.write('WAVEfmt ', 8);
  data.writeUInt32LE(16, 16);
  data.writeUInt16LE(1, 20);
  data.writeUInt16LE(1, 22);
  data.writeUInt32LE(RATE, 24);
  data.writeUInt32LE(RATE * 2, 28);
  data.writeUInt16LE(2, 32);
  data.writeUInt16LE(16, 34);
  data.write('data', 36);
  data.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index += 1) {
    const time = index / RATE;
    const swell = 0.5 - 0.5 * Math.cos(2 * Math.PI * MODULATION_HZ * time);
    data.writeInt16LE(Math.round(0.3 * 32_767 * swell * Math.sin(2 * Math.PI * frequency * time)), 44 + index * 2);
  }
  const file = join(folder, `tone-${frequency}.wav`);
  writeFileSync(file, data);
  return file;
}
