import type { QueueEntry } from '@track2/shared';
import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import css from './speakers.module.css';
import { WithdrawButton } from './WithdrawButton.tsx';

/** What a seat does with a request of its own: passes in a tour, lets the next go first, withdraws. */
export function OwnActs({ entry, last }: { entry: QueueEntry; last: boolean }): ReactNode {
  const text = useText();
  return (
    <div className={css.ownActs}>
      {entry.kind === 'tour' && (
        <CommandButton
          command={{ type: 'speakers.pass', entry: entry.id }}
          label={text('speakers.pass')}
          size="small"
        />
      )}
      {!last && (
        <CommandButton
          command={{ type: 'speakers.defer', entry: entry.id }}
          label={text('speakers.defer')}
          size="small"
        />
      )}
      <WithdrawButton entry={entry} own />
    </div>
  );
}
