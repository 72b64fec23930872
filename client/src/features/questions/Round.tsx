import type { ReactNode } from 'react';
import { useManaging } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Desk } from './Desk.tsx';
import type { RoundCards } from './groups.ts';
import { QuestionCard } from './QuestionCard.tsx';
import css from './questions.module.css';
import { RoundSteps } from './RoundSteps.tsx';

/** A round of questions: its stage, its cards, and for those who run the meeting the next step. */
export function Round({ round, cards }: RoundCards): ReactNode {
  const text = useText();
  const managing = useManaging();
  const title = `round-${round.id}`;
  return (
    <section className={css.section} aria-labelledby={title}>
      <div className={css.head} data-sticky="">
        <h3 id={title}>{text('questions.round', { number: round.number })}</h3>
        <span className={css.aside}>
          {text('questions.round.collected', { count: round.questions.length, size: round.size })}
        </span>
        {managing && round.status !== 'completed' && <Desk part={{ kind: 'round', round }} />}
      </div>
      <RoundSteps round={round} />
      {cards.length === 0 ? (
        <p className={css.quiet}>{text('questions.roundEmpty')}</p>
      ) : (
        <ol className={css.list}>
          {cards.map((card) => (
            <QuestionCard key={card.question.id} card={card} round={round} />
          ))}
        </ol>
      )}
    </section>
  );
}
