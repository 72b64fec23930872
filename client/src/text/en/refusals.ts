import type { AnyRefusalCode, RefusalCodeInside } from '../refusalCodes.ts';

/** Why something is refused to who is at the door or inside, and what the person can do. Complete by type. */
export const refusalsText = {
  'refusal.role.required': 'In this meeting that belongs to: {roles}. Ask the chair.',
  'refusal.presence.required': 'You are not inside the meeting yet. The chair lets you in.',
  'refusal.presence.backstage': 'You are backstage. Go on stage first; then you can do this.',
  'refusal.actor.unknown': 'The meeting does not know this seat. Open your personal link again.',
  'refusal.session.alreadyOpen': 'The meeting is open already.',
  'refusal.session.notOpen': 'The meeting has not begun. The chair opens it.',
  'refusal.session.adjourned': 'The meeting is closed.',
  'refusal.session.alreadyCreated': 'The meeting exists already.',
  'refusal.session.nothingToUndo': 'This cannot be taken back. Set it right by hand.',
  'refusal.session.undoTooLate': 'An act can be taken back for ten seconds only. Set it right by hand.',
  'refusal.session.undoOvertaken': 'The meeting has gone on since. Set it right by hand.',
  'refusal.roster.ruleChanged': 'The rule of the meeting has changed. Read it again, then accept.',
  'refusal.roster.alreadyInside': 'You have entered already.',
  'refusal.session.seatEntered': 'Somebody of this seat has entered already. Leave the seat in the plan.',
  'refusal.session.itemHeld': 'This item has been held. Leave it in the plan.',
  'refusal.roster.locked':
    'The meeting is locked: nobody new is let in now. Tell the organisers in another way, or try again later.',
  'refusal.lines.outside': 'Enter the lobby first; from there you can write to the organisers.',
  'refusal.lines.full':
    'This meeting can hold no more messages. Say it with the floor, or tell the organisers outside of it.',
  'refusal.frame.malformed': 'The platform did not understand this. Open this page anew and try again.',
  'refusal.frame.idReused': 'The platform has seen this before with another content. Try again.',
  'refusal.frame.tooOften':
    'That was too much at once. Try again in {afterSeconds, plural, one {a second} other {# seconds}}.',
  'refusal.meeting.gone': 'This meeting is not held here any more.',
  'refusal.enter.linkUnknown':
    'This link is not valid, or was replaced by a new one. Ask the organisers for your link.',
  'refusal.enter.linkUsed':
    'This link was used already. The organisers have been told. If it was you, ask the chair to allow another device, then press again.',
  'refusal.enter.sessionGone': 'Your session has ended. Open your personal link, or ask the organisers for a new one.',
  'refusal.enter.badRequest': 'This link is incomplete. Copy the whole link and open it again.',
  'refusal.enter.tooOften':
    'Too many tries came from your network. Try again in {minutes, plural, one {a minute} other {# minutes}}, or from another network.',
  'refusal.http.foreignOrigin':
    'This page was opened under an address that the platform does not know. Open your personal link.',
  'refusal.http.notFound': 'There is nothing at this address.',
  'refusal.http.fault': 'Something failed on our side. Nothing was lost. Try again in a moment.',
  'refusal.media.notInside': 'Sound and picture begin when you are inside the meeting.',
  'refusal.media.unknownTransport': 'The sound connection is made anew.',
  'refusal.media.unknownProducer': 'This source is closed already.',
  'refusal.media.unknownConsumer': 'This picture or sound is closed already.',
  'refusal.media.notGranted': 'Your microphone opens with the floor.',
  'refusal.media.malformed': 'The sound connection could not be made. Open this page anew.',
  'refusal.media.tooMany': 'This source is sent already.',
  'refusal.media.unavailable': 'Sound and picture are away for a moment. They come back by themselves.',
  'refusal.fault.storage': 'Something failed on our side. Nothing was lost. Reference {incident}.',
  'refusal.fault.internal': 'Something failed on our side. Nothing was lost. Reference {incident}.',
  'refusal.fault.retry': 'Something failed on our side. Nothing was lost; we are trying again. Reference {incident}.',
} as const satisfies Record<`refusal.${Exclude<AnyRefusalCode, RefusalCodeInside> | 'fault.retry'}`, string>;
