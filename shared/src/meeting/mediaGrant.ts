import { cameraPolicyNow } from './agenda/rules.ts';
import type { TurnStatus } from './floor/schema.ts';
import { isBackstage, isInside, memberById } from './roster/rules.ts';
import type { MeetingState } from './state.ts';
import type { Id } from './words.ts';

/**
 * A group that hears: a source is sent to one audience, and a member receives some. `room` is the meeting itself,
 * `backstage` those beside it.
 */
export type Audience = 'room' | 'backstage';

/** What a member can send. A screen carries its tab audio. */
export type MediaSource = 'microphone' | 'camera' | 'screen';

/**
 * Leave to send one source. An intent names the `id`, and counts for that grant alone: when a turn of speech
 * ends, the intent for its microphone ends with it, so nobody is unmuted without an act of their own.
 */
export type Grant = { id: string; audience: Audience };

/** What a member may send now; null withholds the source. */
export type MediaGrant = Readonly<Record<MediaSource, Grant | null>>;

const nothing: MediaGrant = { microphone: null, camera: null, screen: null };

// Backstage nobody needs the floor. The grants have names of their own, so that no intent for the room counts there. [ME6]
const backstage: MediaGrant = {
  ...nothing,
  microphone: { id: 'backstage', audience: 'backstage' },
  camera: { id: 'backstage', audience: 'backstage' },
};

const carriesMicrophone = (status: TurnStatus, member: Id): boolean =>
  (status.kind === 'speaking' || status.kind === 'paused' || status.kind === 'lost') && status.member === member;

/** What a member may send now, as a function of the state alone. [ME1] [ME2] [ME3] */
export function mediaGrant(state: MeetingState, member: Id): MediaGrant {
  const person = memberById(state, member);
  if (person === undefined || !isInside(person) || state.session.status === 'adjourned') return nothing;
  if (isBackstage(person)) return backstage; // [ME6]
  const turn = state.floor.turns.find((held) => carriesMicrophone(held.status, member));
  const cameraAllowed = cameraPolicyNow(state) === 'all' || turn !== undefined;
  const held: Grant | null = turn === undefined ? null : { id: turn.id, audience: 'room' };
  const screen = turn?.screen === 'allowed' ? held : null; // [ME7]
  return {
    microphone: held,
    camera: cameraAllowed ? { id: 'camera', audience: 'room' } : null,
    screen,
  };
}

/** Which audiences a member receives now; backstage one hears the room too. [ME4] [ME6] */
export function hears(state: MeetingState, member: Id): readonly Audience[] {
  const person = memberById(state, member);
  if (person === undefined || !isInside(person) || state.session.status === 'adjourned') return [];
  return isBackstage(person) ? ['backstage', 'room'] : ['room'];
}
