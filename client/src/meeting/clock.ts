import type { ClockReply, MeetingTime, WallTime } from '@track2/shared';

/**
 * What the server's clocks said, tied to a moment of `performance.now()`. That one runs evenly, in hidden tabs
 * too, and knows nothing of the clock of this device, which may be wrong.
 */
export type ClockEstimate = {
  /** The clocks of the server at the moment `taken`, at most half of `roundTripMs` away from the truth. */
  at: MeetingTime;
  wall: WallTime;
  taken: number;
  roundTripMs: number;
};

/** A sample of the server's clocks: the answer was made half a round trip ago, give or take the other half. */
export function sampleOf(reply: ClockReply, asked: number, answered: number): ClockEstimate {
  return { ...reply, taken: (asked + answered) / 2, roundTripMs: answered - asked };
}

/** How fast two even clocks may drift apart: 200 parts in a million, worse than any device should be. */
const DRIFT = 0.0002;

/**
 * The better of two estimates. A sample with a longer round trip is taken all the same once the older one may
 * have drifted further than the difference; and always when the two contradict each other, as after a time in
 * which no home ran the meeting.
 */
export function betterEstimate(known: ClockEstimate | null, sample: ClockEstimate): ClockEstimate {
  if (known === null) return sample;
  const age = sample.taken - known.taken;
  const doubtOfKnown = known.roundTripMs / 2 + age * DRIFT;
  const doubtOfSample = sample.roundTripMs / 2;
  const apart = Math.max(Math.abs(known.at + age - sample.at), Math.abs(known.wall + age - sample.wall));
  return doubtOfSample <= doubtOfKnown || apart > doubtOfKnown + doubtOfSample ? sample : known;
}

/** The meeting's time at a moment of `performance.now()`. */
export const meetingTimeAt = (estimate: ClockEstimate, moment: number): MeetingTime =>
  Math.max(0, estimate.at + moment - estimate.taken);

/** The server's wall time at a moment of `performance.now()`. */
export const wallTimeAt = (estimate: ClockEstimate, moment: number): WallTime =>
  Math.round(estimate.wall + moment - estimate.taken);

/** The wall time of a moment of meeting time, of this run of the meeting. */
export const wallOfMeeting = (estimate: ClockEstimate, at: MeetingTime): WallTime =>
  Math.round(estimate.wall + at - estimate.at);
