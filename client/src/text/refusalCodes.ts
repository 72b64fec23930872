import type { Ack, FrameRefusal, HttpRefusalCode, MediaRefusalCode, RefusalCode } from '@track2/shared';

/** Every code with which the platform says no. */
export type AnyRefusalCode =
  | RefusalCode
  | FrameRefusal['code']
  | HttpRefusalCode
  | MediaRefusalCode
  | Extract<Ack, { outcome: 'fault' }>['code'];

/** The codes of what only who is inside can ask for; their sentences are loaded with the meeting. */
export type RefusalCodeInside = Extract<
  RefusalCode,
  `${'agenda' | 'floor' | 'speakers' | 'questions' | 'keynote' | 'documents' | 'slides'}.${string}`
>;
