import type { Ack, FrameRefusal, HttpRefusalCode, MediaRefusalCode, RefusalCode } from '@track2/shared';

/** Every code with which the platform says no. */
export type AnyRefusalCode =
  | RefusalCode
  | FrameRefusal['code']
  | HttpRefusalCode
  | MediaRefusalCode
  | Extract<Ack, { outcome: 'fault' }>['code'];
