import { useWallOf } from '../../meeting/hooks.ts';
import { useFormats } from '../../text/index.ts';
import { ownTimeZone } from '../../text/zones.ts';

/** The time of day of a moment of meeting time, to the second, as the reader's own clock shows it. */
export function useTimeOf(): (at: number) => string {
  const { timeToSecond } = useFormats();
  const wallOf = useWallOf();
  return (at) => timeToSecond(wallOf(at), ownTimeZone());
}
