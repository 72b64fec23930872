import type {
  Ack,
  FrameRefusal,
  HttpRefusalCode,
  MediaRefusalCode,
  Refusal,
  Role,
  UploadRefusal,
} from '@track2/shared';
import { useCallback } from 'react';
import type { LanguageCode } from '../ui/uiStore.ts';
import { useLanguage, useText } from './index.ts';
import type { Say } from './sentences.ts';

/** A no of the meeting, of the gateway, of the entry, of the media plane or to a file. */
export type AnyRefusal = Refusal | FrameRefusal | UploadRefusal | { code: HttpRefusalCode | MediaRefusalCode };

const BYTES_IN_MB = 1_000_000;

/** The sentence of a refusal. */
export function refusalSentence(refusal: AnyRefusal, say: Say, language: LanguageCode): string {
  switch (refusal.code) {
    case 'role.required':
      return say('refusal.role.required', { roles: rolesInWords(refusal.roles, say, language) });
    case 'documents.tooLarge':
      return say('refusal.documents.tooLarge', { most: Math.floor(refusal.mostBytes / BYTES_IN_MB) });
    default:
      return say(`refusal.${refusal.code}`, numbersIn(refusal));
  }
}

/** What a refusal counts, by the names that its sentence uses. */
const numbersIn = (refusal: object): Record<string, number> =>
  Object.fromEntries(
    Object.entries(refusal).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );

function rolesInWords(roles: readonly Role[], say: Say, language: LanguageCode): string {
  const names = roles.map((role) => say(`role.${role}`));
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(names);
}

/** What a person reads when a command was not applied; null when it was. */
export function ackSentence(answer: Ack, say: Say, language: LanguageCode): string | null {
  switch (answer.outcome) {
    case 'applied':
      return null;
    case 'refused':
      return refusalSentence(answer.refusal, say, language);
    case 'fault': {
      const key = answer.retry ? 'refusal.fault.retry' : (`refusal.${answer.code}` as const);
      return say(key, { incident: answer.incident.slice(0, 8).toUpperCase() });
    }
  }
}

/** The function that gives the sentence of a refusal, and null for none. */
export function useRefusalText(): (refusal: AnyRefusal | null) => string | null {
  const say = useText();
  const language = useLanguage();
  return useCallback((refusal) => (refusal === null ? null : refusalSentence(refusal, say, language)), [say, language]);
}
