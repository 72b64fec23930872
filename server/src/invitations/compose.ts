import {
  type AttributionLevel,
  directionOf,
  type Id,
  type Language,
  pickWords,
  placeOfZone,
  type WallTime,
  type Words,
} from '@track2/shared';
import type { MailAddress } from '../environment.ts';
import { type CalendarPart, calendarPart } from './calendar.ts';
import { inert, inertAddress } from './inert.ts';
import { html, type Passage, plainText } from './passages.ts';
import { en } from './text/en.ts';
import { fa } from './text/fa.ts';
import type { InvitationKind, InvitationText, Way } from './text/invitationText.ts';
import { spanIn, type TextLanguage } from './times.ts';

/** What one person is told about one meeting. */
export type InvitationInput = {
  kind: InvitationKind;
  meeting: {
    id: Id;
    title: Words;
    hosts: Words;
    startsAt: WallTime;
    endsAt: WallTime;
    timeZone: string;
    /** The rule that the meeting begins under: its name is told, its text stands at the door. */
    attribution?: AttributionLevel;
  };
  person: { member: Id; name: string; email: string | null; language: Language | null };
  /** The personal link; null where none is issued: the person has one, or needs none. */
  url: string | null;
  /** Where the person comes back to, without the secret. */
  address: string;
  /** The number of this message in its meeting: higher than that of the one before. */
  sequence: number;
  /** Null where no mail is sent. */
  from: MailAddress | null;
  stamp: WallTime;
};

/** A message that is ready to be sent, or to be copied. */
export type ComposedMail = {
  /** For the log, which may hold ids and nothing else of this. */
  meeting: Id;
  member: Id;
  /** Null where it has to be handed over: no sender is set up, or the person has no address. */
  envelope: { from: MailAddress; to: MailAddress } | null;
  subject: string;
  text: string;
  html: string;
  calendar: CalendarPart | null;
  /** Whether the text holds a personal link, which no calendar may take up. */
  confidential: boolean;
};

const texts: Readonly<Record<TextLanguage, InvitationText>> = { en, fa };

const languageOf = (language: Language | null): TextLanguage => (/^(fa|prs)(-|$)/i.test(language ?? '') ? 'fa' : 'en');

const line = (sentence: string): Passage => ({ kind: 'line', line: [sentence] });

function factsOf({ meeting }: InvitationInput, language: TextLanguage): Passage {
  const text = texts[language];
  const { timeZone, attribution } = meeting;
  const place = placeOfZone(timeZone, language);
  const facts = [
    { label: text.when, value: text.inPlace(spanIn(language, text, meeting), place) },
    { label: text.utc, value: spanIn(language, text, { ...meeting, timeZone: 'UTC' }) },
  ];
  if (attribution !== undefined) facts.push({ label: text.rule, value: text.rules[attribution] });
  return { kind: 'facts', facts };
}

/** What follows from the message: how to come in, or that there is nothing to do. */
function adviceOf({ kind, url, address }: InvitationInput, text: InvitationText, way: Way): Passage[] {
  if (kind === 'cancellation') return [line(text.linkEnds), line(text.questions[way])];
  if (url === null) return [line(text.linkStays), { kind: 'address', url: address }, line(text.questions[way])];
  const link: Passage[] = [line(text.link), { kind: 'address', url }];
  return [...link, line(text.personal), line(text.door), line(text.lost[way])];
}

function passagesOf(input: InvitationInput, language: TextLanguage, way: Way): Passage[] {
  const { kind, meeting, person } = input;
  const text = texts[language];
  const title = pickWords(meeting.title, language);
  const hosts = pickWords(meeting.hosts, language);
  return [
    { kind: 'line', line: text.greeting(person.name) },
    line(text.lead[kind]),
    ...(title === null ? [] : [{ kind: 'words', words: title, strong: true } as const]),
    ...(hosts === null ? [] : [{ kind: 'words', words: hosts, strong: false } as const]),
    factsOf(input, language),
    ...adviceOf(input, text, way),
    ...(way === 'mail' && input.url !== null ? [line(text.attached)] : []),
  ];
}

/** An invitation, a change or a cancellation for one person, in the person's language or else in English. */
export function composeInvitation(input: InvitationInput): ComposedMail {
  const { kind, meeting, person, from } = input;
  const language = languageOf(person.language);
  const text = texts[language];
  const address = inertAddress(person.email);
  const envelope = from === null || address === null ? null : { from, to: { name: inert(person.name), address } };
  const title = inert(pickWords(meeting.title, language)?.text ?? '');
  const subject = text.subject[kind](title);
  const passages = passagesOf(input, language, envelope === null ? 'hand' : 'mail');
  return {
    meeting: meeting.id,
    member: person.member,
    envelope,
    subject,
    text: plainText(passages),
    html: html(passages, { subject, lang: language, dir: directionOf(language) }),
    calendar:
      envelope === null
        ? null
        : calendarPart({
            ...envelope,
            meeting: meeting.id,
            member: person.member,
            cancelled: kind === 'cancellation',
            sequence: input.sequence,
            title,
            description: kind === 'cancellation' ? text.lead.cancellation : `${text.entry}\n${input.address}`,
            startsAt: meeting.startsAt,
            endsAt: meeting.endsAt,
            address: input.address,
            stamp: input.stamp,
          }),
    confidential: input.url !== null,
  };
}

/** The same message for a person to copy and hand over, where no mail is sent. */
export function messageToCopy(input: InvitationInput): Pick<ComposedMail, 'subject' | 'text'> {
  const { subject, text } = composeInvitation({ ...input, from: null });
  return { subject, text };
}
