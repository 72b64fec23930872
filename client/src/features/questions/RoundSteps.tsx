import type { QuestionRound } from '@track2/shared';
import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import css from './questions.module.css';

const stages = ['collecting', 'closed', 'answering', 'completed'] as const;

/** The four stages of a round, never skipped: where it is, what lies behind it and what comes. */
export function RoundSteps({ round }: { round: QuestionRound }): ReactNode {
  const text = useText();
  const now = stages.indexOf(round.status);
  return (
    <ol className={css.steps} aria-label={text('questions.steps', { number: round.number })}>
      {stages.map((stage, index) => (
        <li
          key={stage}
          className={css.step}
          data-state={index < now ? 'done' : index === now ? 'now' : 'ahead'}
          aria-current={index === now ? 'step' : undefined}
        >
          {text(`questions.step.${stage}`)}
        </li>
      ))}
    </ol>
  );
}
