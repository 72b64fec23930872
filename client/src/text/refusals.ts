import type {
  Ack,
  FrameRefusal,
  HttpRefusal,
  Id,
  MediaRefusalCode,
  Refusal,
  Role,
  UploadRefusal,
} from '@track2/shared';
import { useCallback } from 'react';
import { meetingStore } from '../meeting/meetingStore.ts';
import { seatPerson } from '../meeting/seatPerson.ts';
import type { Reader } from '../meeting/unnamed.ts';
import type { LanguageCode } from '../ui/uiStore.ts';
import { useLanguage, useText } from './index.ts';
import type { Say } from './sentences.ts';

/** A no of the meeting, of the gateway, of the entry, of the media plane or to a file. */
export type AnyRefusal = Refusal | FrameRefusal | UploadRefusal | HttpRefusal | { code: MediaRefusalCode };

const BYTES_IN_MB = 1_000_000;
const SECONDS_IN_MINUTE = 60;

/** The sentence of a refusal. `about` is the seat whose request the refused command named, where it named one. */
export function refusalSentence(
  refusal: AnyRefusal,
  say: Say,
  language: LanguageCode,
  about: Id | null = null,
): string {
  switch (refusal.code) {
    case 'floor.heldByAnother':
      return say('refusal.floor.heldByAnother', { name: nameOf(refusal.seat, { language, say }) });
    case 'speakers.notWaiting': {
      const name = about === null ? say('refusal.speakers.thisSpeaker') : nameOf(about, { language, say });
      return say('refusal.speakers.notWaiting', { name, status: refusal.status });
    }
    case 'role.required':
      return say('refusal.role.required', { roles: rolesInWords(refusal.roles, say, language) });
    case 'documents.tooLarge':
      return say('refusal.documents.tooLarge', { most: Math.floor(refusal.mostBytes / BYTES_IN_MB) });
    case 'enter.tooOften':
      return say('refusal.enter.tooOften', { minutes: Math.ceil(refusal.afterSeconds / SECONDS_IN_MINUTE) });
    default:
      return say(`refusal.${refusal.code}`, numbersIn(refusal));
  }
}

/** The name of a seat as the mirror has it now; a refusal is read at once. */
function nameOf(seat: Id, reader: Reader): string {
  const { meeting } = meetingStore.getState();
  return meeting === null ? seat : seatPerson(meeting, seat, reader).name;
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

/** What a person reads when a command was not applied; null when it was. `about` as for {@link refusalSentence}. */
export function ackSentence(answer: Ack, say: Say, language: LanguageCode, about: Id | null): string | null {
  switch (answer.outcome) {
    case 'applied':
      return null;
    case 'refused':
      return refusalSentence(answer.refusal, say, language, about);
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
