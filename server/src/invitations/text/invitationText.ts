import type { AttributionLevel } from '@track2/shared';
import type { Line } from '../passages.ts';

/** What a message is about: the meeting is to be held, was changed, or will not be held. */
export type InvitationKind = 'invitation' | 'update' | 'cancellation';

/** Whether the message goes by mail, so that it can be answered, or a person hands it over. */
export type Way = 'mail' | 'hand';

/** All that an invitation says, in one language. */
export type InvitationText = {
  subject: Readonly<Record<InvitationKind, (title: string) => string>>;
  greeting(name: string): Line;
  lead: Readonly<Record<InvitationKind, string>>;
  when: string;
  utc: string;
  rule: string;
  rules: Readonly<Record<AttributionLevel, string>>;
  /** A meeting within one day. */
  within(span: { date: string; from: string; to: string }): string;
  /** A meeting that ends on another day. */
  across(span: { date: string; from: string; endDate: string; to: string }): string;
  inPlace(time: string, place: string): string;
  link: string;
  personal: string;
  door: string;
  lost: Readonly<Record<Way, string>>;
  attached: string;
  linkStays: string;
  linkEnds: string;
  questions: Readonly<Record<Way, string>>;
  /** What the calendar's entry says before the meeting's address. */
  entry: string;
};
