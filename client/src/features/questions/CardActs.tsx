import type { AnswerMark } from '@track2/shared';
import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { useAskerWords } from './Asker.tsx';
import type { Card, RoundCards } from './groups.ts';
import css from './questions.module.css';

const marks: readonly AnswerMark[] = ['answered', 'partlyAnswered', 'deferred'];

/** What those who run the meeting do with a card: let it be voiced, put it aside, tick it. */
export function CardActs({ card, round }: { card: Card; round: RoundCards['round'] }): ReactNode {
  const text = useText();
  const nameOf = useAskerWords();
  const { question, number } = card;
  const name = nameOf(question.seat);
  const mayVoice = question.status === 'inRound' && (round.status === 'closed' || round.status === 'answering');
  const collecting = round.status === 'collecting';
  const ticking = round.status === 'answering';
  if (!mayVoice && !collecting && !ticking) return null;
  return (
    <div className={css.acts}>
      {mayVoice && (
        <CommandButton
          command={{ type: 'questions.callAsker', question: question.id }}
          label={text('questions.callAsker')}
          name={text('questions.callAskerNamed', { name, number })}
          size="small"
        />
      )}
      {collecting && (
        <CommandButton
          command={{ type: 'questions.dismiss', question: question.id }}
          label={text('questions.dismiss')}
          name={text('questions.dismissNamed', { name })}
          size="small"
          variant="quiet"
        />
      )}
      {ticking && (
        <fieldset className={css.marks} aria-label={text('questions.mark', { number })}>
          {marks.map((mark) => (
            <CommandButton
              key={mark}
              command={{ type: 'questions.mark', question: question.id, mark }}
              label={text(`questions.mark.${mark}`)}
              name={text(`questions.mark.${mark}Named`, { number })}
              pressed={question.status === mark}
              size="small"
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}
