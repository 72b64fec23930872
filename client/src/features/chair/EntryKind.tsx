import type { QueueEntry } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import css from './speakersTable.module.css';

/** What a request is for, where it is more than an intervention; of an interposed question, whether it is let in. */
export function EntryKind({ entry }: { entry: QueueEntry }): ReactNode {
  const text = useText();
  const letIn = useMeeting(({ state }) =>
    state.floor.turns.some(({ id, takesQuestions }) => id === entry.turn && takesQuestions),
  );
  if (entry.kind === 'intervention') return null;
  const category = entry.category === null ? '' : `: ${text(`chair.order.${entry.category}`)}`;
  return (
    <span className={css.kind} data-kind={entry.kind}>
      <b>
        {text(`chair.kind.${entry.kind}`)}
        {category}
      </b>{' '}
      {entry.kind === 'interposed' && !letIn && text('chair.queue.asksSpeaker')}
    </span>
  );
}
