import { say } from '../passages.ts';
import type { InvitationText } from './invitationText.ts';

/** Invitations in English. */
export const en: InvitationText = {
  subject: {
    invitation: (title) => `Invitation: ${title}`,
    update: (title) => `Changed: ${title}`,
    cancellation: (title) => `Cancelled: ${title}`,
  },
  greeting: (name) => say`Dear ${name},`,
  lead: {
    invitation: 'You are invited to this meeting.',
    update: 'This meeting has changed. What stands here takes the place of what you received before.',
    cancellation: 'This meeting has been cancelled. It will not be held at the time below.',
  },
  when: 'Time',
  utc: 'In UTC',
  rule: 'Rule',
  rules: {
    onRecord: 'on the record',
    chathamHouse: 'Chatham House Rule',
    backgroundOnly: 'background only',
    offRecord: 'off the record',
  },
  within: ({ date, from, to }) => `${date}, ${from}–${to}`,
  across: ({ date, from, endDate, to }) => `${date}, ${from} – ${endDate}, ${to}`,
  inPlace: (time, place) => `${time}, ${place} time`,
  link: 'Your personal link:',
  personal:
    'It is for you alone and opens your seat once, in one browser. Open it in the browser you will use in the meeting, and please do not pass it on.',
  door: 'Before you enter you read the rule of the meeting and accept it, or leave. You can try your camera, microphone and connection there, on any day before the meeting.',
  lost: {
    mail: 'If the link does not open, or if somebody else may have seen it, reply to this message: the organisers send you a new one and end the old one.',
    hand: 'If the link does not open, or if somebody else may have seen it, tell whoever sent you this message: they can give you a new one and end the old one.',
  },
  attached:
    'The calendar entry attached has the time and the address of the meeting, but not your link: please keep this message.',
  linkStays:
    'Your personal link stays as it is. If you have not opened it yet, use the one you received. If you have, come back in the same browser at this address:',
  linkEnds: 'You need do nothing. Your personal link has no further use.',
  questions: {
    mail: 'If you have a question, reply to this message.',
    hand: 'If you have a question, ask whoever sent you this message.',
  },
  entry:
    'Your personal link is in the invitation you received. Once you have opened it, this address leads to your seat in the same browser:',
};
