import { currentItem, type QuestionRound } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import css from './questions.module.css';

/** The next step of a round, for those who run the meeting. */
export function RoundActs({ round }: { round: QuestionRound }): ReactNode {
  const text = useText();
  const answering = useMeeting(({ state }) =>
    state.floor.turns.some((turn) => turn.purpose.kind === 'answer' && turn.purpose.round === round.id),
  );
  const { id, number } = round;
  return (
    <div className={css.acts}>
      {round.status === 'collecting' && (
        <CommandButton
          command={{ type: 'questions.closeRound', round: id }}
          label={text('questions.closeRound', { number })}
          size="small"
        />
      )}
      {round.status === 'closed' && (
        <CommandButton
          command={{ type: 'questions.startAnswer', round: id }}
          label={text('questions.startAnswer')}
          size="small"
        />
      )}
      {round.status === 'answering' && !answering && (
        <CommandButton
          command={{ type: 'questions.startAnswer', round: id }}
          label={text('questions.restartAnswer')}
          size="small"
        />
      )}
      {round.status === 'answering' && (
        <CommandButton
          command={{ type: 'questions.completeRound', round: id }}
          label={text('questions.completeRound', { number })}
          size="small"
        />
      )}
    </div>
  );
}

/** Opens the next round on the current item, or says why none can be opened. */
export function OpenRound(): ReactNode {
  const text = useText();
  const item = useMeeting(({ state }) => currentItem(state)?.id);
  if (item === undefined) return <p className={css.quiet}>{text('questions.noItem')}</p>;
  return (
    <CommandButton command={{ type: 'questions.openRound', item }} label={text('questions.openRound')} size="small" />
  );
}
