import type { QueueEntry, SpeakersList } from '@track2/shared';
import type { ReactNode } from 'react';
import { SeatFrom, SeatName, useSeatWords } from '../../meeting/SeatName.tsx';
import { useFormats, useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { EntryKind } from '../speakers/EntryKind.tsx';
import { EntryWhy } from '../speakers/EntryRow.tsx';
import { overIn } from './queue.ts';
import css from './speakersTable.module.css';

/** Who has spoken or is off the list, folded: each can be put back. */
export function OverList({ list }: { list: SpeakersList | undefined }): ReactNode {
  const text = useText();
  const over = overIn(list);
  if (over.length === 0) return null;
  const done = over.filter(({ status }) => status === 'done').length;
  return (
    <details className={css.over}>
      <summary>{text('chair.over', { done, others: over.length - done })}</summary>
      <ul className={css.overList}>
        {over.map((entry) => (
          <Over key={entry.id} entry={entry} />
        ))}
      </ul>
    </details>
  );
}

function Over({ entry }: { entry: QueueEntry }): ReactNode {
  const text = useText();
  const { clock } = useFormats();
  const name = useSeatWords()(entry.seat);
  const passed = entry.status === 'passed';
  return (
    <li>
      <span className={css.who}>
        <b>
          <SeatName seat={entry.seat} />
        </b>{' '}
        <SeatFrom seat={entry.seat} />
      </span>
      <span className={css.topic}>
        <EntryKind entry={entry} />
        {entry.status === 'done' ? clock(entry.usedMs) : <EntryWhy entry={entry} />}
      </span>
      <CommandButton
        command={{ type: passed ? 'speakers.comeBack' : 'speakers.addAgain', entry: entry.id }}
        label={text(passed ? 'chair.tour.comeBack' : 'speakers.again')}
        name={text(passed ? 'chair.tour.comeBackNamed' : 'speakers.againNamed', { name })}
        size="small"
      />
    </li>
  );
}
