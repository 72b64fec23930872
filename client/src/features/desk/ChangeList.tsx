import type { Change } from './changes.ts';
import { type SayDesk, useDeskWords, usePlainWords } from './deskWords.ts';
import planStyles from './plan.module.css';

function inWords(change: Change, say: SayDesk, plain: ReturnType<typeof usePlainWords>): string {
  if ('title' in change) return say(`plan.change.${change.kind}`, { name: plain(change.title) });
  if ('name' in change) return say(`plan.change.${change.kind}`, { name: change.name });
  return say(`plan.change.${change.kind}`);
}

/** Changes of a plan in words, one to a line. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const say = useDeskWords();
  const plain = usePlainWords();
  const lines = [...new Set(changes.map((change) => inWords(change, say, plain)))];
  return (
    <ul className={planStyles.changes}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
