import { blindSpots, caseCount, type Difference, tryAll } from '@track2/shared/testing/oracle';
import type { PromiseProof, Verdict } from './promise.ts';

const mostTold = 3;

const told = ({ command, who, whose, expected, decided }: Difference): string =>
  `${command} by ${who.role} (${who.place}, ${who.stage}) about what is ${whose}: ${expected} expected, ${decided} decided`;

function prove(count: number): Promise<Verdict> {
  const { cases, differences } = tryAll();
  const blind = blindSpots();
  const said = [
    "every command by every role from everywhere, before, in and after the meeting, about its own, another's, a foreign, a forged and a stale thing",
    `${differences.length} decided otherwise than the table that was written by hand`,
    blind.length === 0
      ? 'with any one row opened it fails, as it must'
      : `WITH THE ROW OF ${blind.join(', ')} OPENED IT DOES NOT FAIL: the proof is blind`,
    ...differences.slice(0, mostTold).map(told),
  ];
  return Promise.resolve({
    isKept: cases === count && differences.length === 0 && blind.length === 0,
    figure: said.join('; '),
  });
}

/** R23: who may do what, in every case there is; there are no more of them in full. */
export const r23: PromiseProof = {
  id: 'R23',
  counts: {
    get quick() {
      return caseCount();
    },
    get full() {
      return caseCount();
    },
  },
  prove,
};
