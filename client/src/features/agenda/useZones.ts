import { useMeeting } from '../../meeting/hooks.ts';
import { useLanguage } from '../../text/index.ts';
import { ownTimeZone, placeOfZone, sameClock } from '../../text/places.ts';

/** The clocks a person reads: the own one, and the meeting's where it shows another time. */
export type Zones = {
  own: { timeZone: string; place: string };
  meeting: { timeZone: string; place: string } | null;
};

/** The clocks to show at that wall time. With one clock it bears the meeting's name of the place. */
export function useZones(wall: number): Zones {
  const language = useLanguage();
  const timeZone = useMeeting(({ state }) => state.session.timeZone);
  const own = ownTimeZone();
  const meeting = { timeZone, place: placeOfZone(timeZone, language) };
  if (sameClock(own, timeZone, wall)) return { own: meeting, meeting: null };
  return { own: { timeZone: own, place: placeOfZone(own, language) }, meeting };
}
