import { SetupError } from './process.mjs';

/** One line per long step: what begins now, and how long it took. */
export async function step(title, work) {
  process.stdout.write(`track2: ${title} ...\n`);
  const startedAt = performance.now();
  const result = await work();
  process.stdout.write(`track2: ${title}: done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  return result;
}

export function say(sentence) {
  process.stdout.write(`track2: ${sentence}\n`);
}

/** The outermost boundary of every script in this folder: a sentence for expected failures, a stack for bugs. */
export async function main(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(error instanceof SetupError ? `track2: ${error.message}\n` : `${error.stack}\n`);
    process.exitCode = 1;
  }
}
