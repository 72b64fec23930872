import type { ReactNode } from 'react';
import { useManaging } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import type { RoundCards } from './groups.ts';
import { QuestionCard } from './QuestionCard.tsx';
import css from './questions.module.css';
import { RoundActs } from './RoundActs.tsx';
import { RoundSteps } from './RoundSteps.tsx';

/** A round of questions: its stage, its cards, and for those who run the meeting the next step. */
export function Round({ round, cards }: RoundCards): ReactNode {
  const text = useText();
  const managing = useManaging();
  const title = `round-${round.id}`;
  return (
    <section className={css.section} aria-labelledby={title}>
      <div className={css.head}>
        <h3 id={title}>{text('questions.round', { number: round.number })}</h3>
        <span className={css.aside}>
          {text('questions.round.collected', { count: round.questions.length, size: round.size })}
        </span>
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
      {managing && round.status !== 'completed' && <RoundActs round={round} />}
    </section>
  );
}
