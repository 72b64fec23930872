import type { Question } from '@track2/shared';
import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { directionOf } from '../../text/Words.tsx';
import css from './questions.module.css';

/** The words of a question in their own language and direction. */
export function QuestionText({ question }: { question: Question }): ReactNode {
  const text = useText();
  if (question.text === null) return <p className={css.text}>{text('questions.live')}</p>;
  if (!('text' in question.text)) return <p className={css.text}>{text('questions.purged')}</p>;
  return (
    <p className={css.text} lang={question.language} dir={directionOf(question.language)}>
      {question.text.text}
    </p>
  );
}
