import type { Extent, PromiseProof } from './promise.ts';
import { r18 } from './r18.ts';
import { r23 } from './r23.ts';
import { r24 } from './r24.ts';
import { r25 } from './r25.ts';
import { r26 } from './r26.ts';
import { r27 } from './r27.ts';
import { r28 } from './r28.ts';
import { r33 } from './r33.ts';

const proofs: readonly PromiseProof[] = [r18, r23, r24, r25, r26, r27, r28, r33];

const usage = `npm run prove [-- ID ...] [--full]; the ids: ${proofs.map(({ id }) => id).join(', ')}`;

/** Prints one line: id, `met`, `holds` or `short`, the figure. */
async function judge(proof: PromiseProof, extent: Extent): Promise<boolean> {
  const { id, counts } = proof;
  const count = counts[extent];
  const tell = (word: string, figure: string): void => void process.stdout.write(`${id} ${word} ${figure}\n`);
  try {
    const { isKept, figure } = await proof.prove(count);
    if (!isKept) tell('short', `(${count} times) ${figure}`);
    else if (extent === 'full') tell('met', `(${count} times) ${figure}`);
    else tell('holds', `(${count} of ${counts.full} times) ${figure}`);
    return isKept;
  } catch (error) {
    // A proof that could not be carried out has shown nothing, which is short of the promise.
    tell('short', `could not be tried: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

async function main(args: readonly string[]): Promise<number> {
  const ids = args.filter((arg) => arg !== '--full').map((id) => id.toUpperCase());
  const unknown = ids.find((id) => !proofs.some((proof) => proof.id === id));
  if (unknown !== undefined) {
    process.stderr.write(`There is no promise "${unknown}". ${usage}\n`);
    return 2;
  }
  const wanted = ids.length > 0 ? proofs.filter(({ id }) => ids.includes(id)) : proofs;
  const extent: Extent = args.includes('--full') ? 'full' : 'quick';
  let kept = 0;
  // One after another: each measures time, and would measure the others too.
  for (const proof of wanted) if (await judge(proof, extent)) kept += 1;
  process.stdout.write(`${kept} passed, ${wanted.length - kept} failed\n`);
  return kept === wanted.length ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
