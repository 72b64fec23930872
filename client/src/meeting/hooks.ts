import { managingRoles, memberById, seatById } from '@track2/shared';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { meetingTimeAt, wallOfMeeting, wallTimeAt } from './clock.ts';
import { type Entered, type Link, meetingStore } from './meetingStore.ts';
import { useMeeting } from './view.ts';

export { PersonName } from './PersonName.tsx';
export { type Person, personIn, useMeeting, useMirrored, usePerson } from './view.ts';

/** Who this person is and the meeting's public face; known since entry. */
export function useEntered(): Entered {
  const entered = useStore(meetingStore, (store) => store.entered);
  if (entered === null) throw new Error('not entered yet');
  return entered;
}

/** How the page stands with the server. */
export const useLink = (): Link => useStore(meetingStore, (store) => store.link);

/** Whether this person runs the meeting: as chair or as moderator. */
export function useManaging(): boolean {
  return useMeeting(({ state, me }) => {
    const seat = memberById(state, me)?.seat;
    const role = seat === undefined ? undefined : seatById(state, seat)?.role;
    return role !== undefined && managingRoles.includes(role);
  });
}

/** A moment that moves on by itself. A hidden tab may wake late, but reads the right moment when it does. */
function useMoment(everyMs: number, ticking: Window = window): number {
  const [moment, setMoment] = useState(() => performance.now());
  useEffect(() => {
    const look = (): void => setMoment(performance.now());
    const timer = ticking.setInterval(look, everyMs);
    const { document } = ticking;
    document.addEventListener('visibilitychange', look);
    return () => {
      ticking.clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [everyMs, ticking]);
  return moment;
}

/** The meeting's time now, looked at again every so often, by the timers of the window that shows it. */
export function useMeetingNow(everyMs: number, ticking: Window = window): number {
  const clock = useStore(meetingStore, (store) => store.clock);
  const moment = useMoment(everyMs, ticking);
  return clock === null ? 0 : meetingTimeAt(clock, Math.max(moment, clock.taken));
}

/** The server's wall time now, looked at again every so often. */
export function useWallNow(everyMs: number): number {
  const clock = useStore(meetingStore, (store) => store.clock);
  const moment = useMoment(everyMs);
  // Before the first answer there is only the clock of this device.
  const [local] = useState(() => Date.now() - performance.now());
  return clock === null ? local + moment : wallTimeAt(clock, Math.max(moment, clock.taken));
}

/** The wall time at a moment of meeting time, such as that of an event. */
export function useWallOf(): (at: number) => number {
  const clock = useStore(meetingStore, (store) => store.clock);
  return (at) => (clock === null ? 0 : wallOfMeeting(clock, at));
}
