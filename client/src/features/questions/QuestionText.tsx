import type { Question, SealedText } from '@track2/shared';
import { type ReactNode, useCallback } from 'react';
import { useLanguage, useText } from '../../text/index.ts';
import { directionOf } from '../../text/Words.tsx';
import cardCss from './card.module.css';
import formCss from './form.module.css';

type Said = { language: string; text: SealedText };

/** How many lines are shown at most, where it is not all of them. */
type Lines = { lines?: 1 | 2 };

/** Words of a person in their own language and direction. */
function SaidText({ said: { language, text }, lines }: { said: Said } & Lines): ReactNode {
  const say = useText();
  if (!('text' in text)) return <p className={cardCss.text}>{say('questions.purged')}</p>;
  return (
    <p className={cardCss.text} data-lines={lines} lang={language} dir={directionOf(language)}>
      {text.text}
    </p>
  );
}

/** The words of a question as they were asked. */
export function QuestionText({ question: { text, language }, ...lines }: { question: Question } & Lines): ReactNode {
  const say = useText();
  if (text === null) return <p className={cardCss.text}>{say('questions.live.noTopic')}</p>;
  return <SaidText said={{ language, text }} {...lines} />;
}

/** What stands beside a question: its translation, or its answer, named as such with its language. */
export function Beside({ what, said }: { what: 'translation' | 'answer'; said: Said }): ReactNode {
  const say = useText();
  const nameOf = useLanguageName();
  return (
    <div className={cardCss.beside} data-what={what}>
      <span className={formCss.label}>{say(`questions.${what}`, { language: nameOf(said.language) })}</span>
      <SaidText said={said} />
    </div>
  );
}

/** The name of a language in the language of the page. */
export function useLanguageName(): (tag: string) => string {
  const language = useLanguage();
  return useCallback(
    (tag) => new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'dialect' }).of(tag) ?? tag,
    [language],
  );
}

const MOST_SHOWN = 60;

/** The beginning of a question, for use inside a sentence of the catalogue; null where it has no words. */
export function beginningOf({ text }: Pick<Question, 'text'>): string | null {
  if (text === null || !('text' in text)) return null;
  const words = text.text.replace(/\s+/gu, ' ');
  return words.length <= MOST_SHOWN ? words : `${words.slice(0, MOST_SHOWN).trimEnd()}…`;
}

/** A question by its beginning, for use inside a sentence of the catalogue. */
export function useQuestionWords(): (question: Pick<Question, 'text'>) => string {
  const say = useText();
  return useCallback((question) => beginningOf(question) ?? say('questions.live.noTopic'), [say]);
}
