import type { WallTime } from '@track2/shared';
import { useMeeting } from '../../meeting/hooks.ts';
import { useLanguage } from '../../text/index.ts';
import { placeOfZone } from '../../text/places.ts';
import { ownTimeZone, sameClock } from '../../text/zones.ts';

/** The clocks a person reads: the own one, and the meeting's where it shows another time. */
export type Zones = {
  own: { timeZone: string; place: string };
  meeting: { timeZone: string; place: string } | null;
};

/**
 * The clocks to show for those moments: the meeting's beside the own one where they differ at any of them. With one
 * clock it bears the meeting's name of the place.
 */
export function useZones(...moments: readonly WallTime[]): Zones {
  const language = useLanguage();
  const timeZone = useMeeting(({ state }) => state.session.timeZone);
  const own = ownTimeZone();
  const meeting = { timeZone, place: placeOfZone(timeZone, language) };
  if (sameClock(own, timeZone, moments)) return { own: meeting, meeting: null };
  return { own: { timeZone: own, place: placeOfZone(own, language) }, meeting };
}
