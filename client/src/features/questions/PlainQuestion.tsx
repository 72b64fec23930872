import type { Question } from '@track2/shared';
import type { ReactNode } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Asker, useAskerWords } from './Asker.tsx';
import { QuestionText } from './QuestionText.tsx';
import css from './questions.module.css';

type Props = {
  question: Question;
  /** In the list of one's own questions the status stands where else the asker does. */
  own?: boolean;
};

/** A question outside of a round: mine with its status, or one that waits for the next round. */
export function PlainQuestion({ question, own = false }: Props): ReactNode {
  const text = useText();
  const managing = useManaging();
  const nameOf = useAskerWords();
  const round = useMeeting(
    ({ state }) => state.questions.rounds.findLast((each) => each.questions.includes(question.id))?.number,
  );
  return (
    <li className={css.card} data-plain="" data-state={question.status === 'dismissed' ? 'deferred' : undefined}>
      <div className={css.meta}>
        {own ? (
          <b>{text(`questions.status.${question.status}`, { round: round ?? 0 })}</b>
        ) : (
          <>
            <Asker question={question} />
            {round !== undefined && <span className={css.state}>{text('questions.card.deferredFrom', { round })}</span>}
          </>
        )}
      </div>
      <QuestionText question={question} />
      {managing && !own && (
        <div className={css.acts}>
          <CommandButton
            command={{ type: 'questions.dismiss', question: question.id }}
            label={text('questions.dismiss')}
            name={text('questions.dismissNamed', { name: nameOf(question.seat) })}
            size="small"
            variant="quiet"
          />
        </div>
      )}
    </li>
  );
}
