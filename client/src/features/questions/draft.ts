import type { Id, Question, QuestionsCommand } from '@track2/shared';
import { languageOfText, type QuestionLanguage, questionLanguages } from './textLanguage.ts';

const kinds = ['written', 'live'] as const;
const namings = ['named', 'unnamed'] as const;

/** A question as it is written, before it is sent. `language` is null as long as the text tells it. */
export type Draft = {
  kind: (typeof kinds)[number];
  text: string;
  language: QuestionLanguage | null;
  naming: (typeof namings)[number];
  addressee: Id | null;
  followUp: Id | null;
};

/** Nothing written yet. */
export const emptyDraft: Draft = {
  kind: 'written',
  text: '',
  language: null,
  naming: 'named',
  addressee: null,
  followUp: null,
};

/** The most characters of a question. */
export const MOST_LETTERS = 1000;

/** Whether something would be lost with the draft: more than the choice how it is asked. */
export const isBegun = ({ text, addressee, followUp }: Draft): boolean =>
  text.trim() !== '' || addressee !== null || followUp !== null;

/** What is wrong with a draft: nothing written, or too much. */
export function problemOf({ kind, text }: Draft): 'missing' | 'long' | null {
  const { length } = text.trim();
  if (length > MOST_LETTERS) return 'long';
  return length === 0 && kind === 'written' ? 'missing' : null;
}

/** The language a draft is sent with: the chosen one, or the one its letters tell. */
export const languageOfDraft = ({ language, text }: Draft, interfaceLanguage: QuestionLanguage): QuestionLanguage =>
  language ?? languageOfText(text, interfaceLanguage);

type Submit = Extract<QuestionsCommand, { type: 'questions.submit' }>;

/** The command that sends a draft; what is asked live is asked under its own name. */
export function submitOf(draft: Draft, interfaceLanguage: QuestionLanguage): Submit {
  const { kind, text, naming, addressee, followUp } = draft;
  const said = text.trim();
  return {
    type: 'questions.submit',
    text: said === '' ? null : said,
    language: languageOfDraft(draft, interfaceLanguage),
    live: kind === 'live',
    anonymous: kind === 'written' && naming === 'unnamed',
    addressee,
    followUp,
  };
}

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((one) => one === value);
const idOrNull = (value: unknown): Id | null => (typeof value === 'string' && value !== '' ? value : null);

/** A draft as the browser kept it; what does not fit any more is left out. */
export function draftFrom(kept: unknown): Draft {
  if (typeof kept !== 'object' || kept === null) return emptyDraft;
  const { kind, text, language, naming, addressee, followUp }: Record<string, unknown> = { ...kept };
  return {
    kind: oneOf(kinds, kind) ?? emptyDraft.kind,
    text: typeof text === 'string' ? text : '',
    language: oneOf(questionLanguages, language) ?? null,
    naming: oneOf(namings, naming) ?? emptyDraft.naming,
    addressee: idOrNull(addressee),
    followUp: idOrNull(followUp),
  };
}

/** A question that was sent as a draft to change it. */
export const draftOf = ({ live, text, language, anonymous, addressee, followUp }: Question): Draft => ({
  kind: live ? 'live' : 'written',
  text: text !== null && 'text' in text ? text.text : '',
  language: oneOf(questionLanguages, language) ?? null,
  naming: anonymous ? 'unnamed' : 'named',
  addressee,
  followUp,
});
