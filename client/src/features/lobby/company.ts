import type { Declaration } from '@track2/shared';

/** The most letters that name who is with a person, as the meeting's rules have it. */
export const MOST_COMPANY = 200;

/** What may be answered to who else is in the room; no answer is one too. */
export const answers = ['none', 'alone', 'accompanied'] as const;
export type Answer = (typeof answers)[number];

/** What is written at the gate about the own room, until it is sent. */
export type CompanyDraft = { answer: Answer; by: string };

export const noAnswer: CompanyDraft = { answer: 'none', by: '' };

/** What is declared on entry; `unfinished` where it is not said who is there. */
export function declarationOf({ answer, by }: CompanyDraft): Declaration | null | 'unfinished' {
  if (answer === 'none') return null;
  if (answer === 'alone') return { kind: 'alone' };
  const named = by.trim();
  return named === '' ? 'unfinished' : { kind: 'accompanied', by: named };
}
