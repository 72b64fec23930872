import type { Id } from '@track2/shared';

/** What push-to-talk looks at: the grant to be heard by the room, and what the own microphone does. */
export type OwnVoice = { grant: Id | null; microphone: 'none' | 'off' | 'on' | 'live' };

/** Space goes down or up, the page is left behind, or the meeting changed. */
export type TalkEvent = 'down' | 'up' | 'away' | 'changed';

/** The grant under which Space keeps the microphone open, or null; `set` opens or closes it. */
export type Talk = { held: Id | null; set?: boolean };

/**
 * One step of push-to-talk. Space opens a closed microphone of who has the floor, and closes no other than the one it
 * opened: a tap on an open one does nothing, and what was opened under one grant is not closed under the next.
 */
export function talkStep(held: Id | null, event: TalkEvent, { grant, microphone }: OwnVoice): Talk {
  if (event === 'down')
    return held === null && grant !== null && microphone === 'off' ? { held: grant, set: true } : { held };
  if (held === null) return { held };
  // The intent ended with its grant; there is nothing left to close.
  if (grant !== held) return { held: null };
  return event === 'changed' ? { held } : { held: null, set: false };
}
