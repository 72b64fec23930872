import type { ReactNode } from 'react';
import { SeatFrom, SeatName, useSeatWords } from '../../meeting/SeatName.tsx';
import { useFormats, useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { type ListGroups, seatsHeard } from './list.ts';
import css from './speakers.module.css';

/** Who has spoken on the item, folded: the count says enough until somebody asks. Those who run it can put one back. */
export function Heard({ groups, managing }: { groups: ListGroups; managing: boolean }): ReactNode {
  const nameOf = useSeatWords();
  const text = useText();
  const formats = useFormats();
  if (groups.done.length === 0) return null;
  return (
    <details className={css.done}>
      <summary>{text('speakers.heard', { count: seatsHeard(groups) })}</summary>
      <ul className={css.list}>
        {groups.done.map((entry) => (
          <li key={entry.id}>
            <span>
              <SeatName seat={entry.seat} /> <SeatFrom seat={entry.seat} />
              {entry.kind !== 'intervention' && ` · ${text(`speakers.kind.${entry.kind}`)}`}
            </span>
            <span>{formats.clock(entry.usedMs)}</span>
            {managing && (
              <CommandButton
                command={{ type: 'speakers.addAgain', entry: entry.id }}
                label={text('speakers.again')}
                name={text('speakers.againNamed', { name: nameOf(entry.seat) })}
                size="small"
              />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
