import type { Question } from '@track2/shared';
import type { ReactNode } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Asker } from './Asker.tsx';
import css from './card.module.css';
import { Desk } from './Desk.tsx';
import type { Destination } from './groups.ts';
import { PublicActs } from './PublicActs.tsx';
import { QuestionBody } from './QuestionBody.tsx';

type Props = {
  question: Question;
  /** Where it goes, of what earlier rounds have left. */
  to?: Destination;
};

/** A question outside of the rounds that go on: accepted for the next one, or left over with where it goes. */
export function WaitingCard({ question, to }: Props): ReactNode {
  const text = useText();
  const managing = useManaging();
  const round = useMeeting(
    ({ state }) => state.questions.rounds.findLast((each) => each.questions.includes(question.id))?.number,
  );
  return (
    <li
      className={css.card}
      data-plain=""
      data-state={to === undefined || to === 'written' ? undefined : 'left'}
      data-question={question.id}
      tabIndex={-1}
    >
      <div className={css.meta}>
        <Asker question={question} />
        {to !== undefined && (
          <span className={css.state} data-tone={to === 'written' ? 'live' : to === 'open' ? 'warn' : 'plain'}>
            <Icon name={to === 'written' ? 'check' : to === 'open' ? 'half' : 'later'} size="small" />
            {text(`questions.to.${to}`)}
          </span>
        )}
        {round !== undefined && <span>{text('questions.card.from', { round })}</span>}
      </div>
      <QuestionBody question={question} />
      {managing && to !== undefined && to !== 'written' && <Desk part={{ kind: 'carry', question, to }} />}
      <div className={css.acts}>
        {managing && <Desk part={{ kind: 'question', question }} />}
        <PublicActs question={question} />
      </div>
    </li>
  );
}
