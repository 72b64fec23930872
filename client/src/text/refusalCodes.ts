import type { Ack, FrameRefusal, HttpRefusalCode, MediaRefusalCode, RefusalCode } from '@track2/shared';

/** Every code with which the platform says no. */
export type AnyRefusalCode =
  | RefusalCode
  | FrameRefusal['code']
  | HttpRefusalCode
  | MediaRefusalCode
  | Extract<Ack, { outcome: 'fault' }>['code'];

/** The codes of what only who is inside can ask for; their sentences are loaded with the meeting. */
export type RefusalCodeInside = Exclude<
  Extract<
    RefusalCode,
    `${'agenda' | 'floor' | 'speakers' | 'questions' | 'keynote' | 'documents' | 'slides' | 'roster' | 'lines'}.${string}`
  >,
  RefusalCodeOutside
>;

/** Of the door and of lines, what is refused to who is not inside yet. */
type RefusalCodeOutside =
  | 'roster.ruleChanged'
  | 'roster.alreadyInside'
  | 'roster.locked'
  | 'lines.outside'
  | 'lines.full';
