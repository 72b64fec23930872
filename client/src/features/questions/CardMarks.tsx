import type { AnswerMark, Leftover, Question } from '@track2/shared';
import type { ReactNode } from 'react';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { useAskerWords } from './Asker.tsx';
import css from './card.module.css';
import type { Destination } from './groups.ts';
import { useDeskText } from './useDeskText.ts';

const marks: readonly AnswerMark[] = ['answered', 'partlyAnswered', 'deferred'];

/** How a card of a round was dealt with: ticked by those who run the meeting and by whoever answers. */
export function Marks({ question, number }: { question: Question; number: number }): ReactNode {
  const text = useDeskText();
  return (
    <fieldset className={css.marks} aria-label={text('desk.mark', { number })}>
      {marks.map((mark) => (
        <CommandButton
          key={mark}
          command={{ type: 'questions.mark', question: question.id, mark }}
          label={text(`desk.mark.${mark}`)}
          name={text(`desk.mark.${mark}Named`, { number })}
          pressed={question.status === mark}
          size="small"
        />
      ))}
    </fieldset>
  );
}

const places: readonly Leftover[] = ['nextRound', 'writtenReply', 'nextMeeting'];

/** Where a question goes that was not done with. */
export function CarryActs({ question, to }: { question: Question; to: Destination }): ReactNode {
  const text = useDeskText();
  const name = useAskerWords()(question.seat);
  return (
    <fieldset className={css.marks} aria-label={text('desk.carry', { name })}>
      {places.map((place) => (
        <CommandButton
          key={place}
          command={{ type: 'questions.carry', question: question.id, to: place }}
          label={text(`desk.carry.${place}`)}
          name={text(`desk.carry.${place}Named`, { name })}
          pressed={to === place}
          size="small"
        />
      ))}
    </fieldset>
  );
}
