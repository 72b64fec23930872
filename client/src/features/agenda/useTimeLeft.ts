import { useFormats, useText } from '../../text/index.ts';

/** From here on the seconds matter. */
const LAST_MS = 180_000;

/** How long until a hard stop, in words: in minutes, for the last three with the seconds. Both are rounded up. */
export function useTimeLeft(): (ms: number) => string {
  const text = useText();
  const { clock } = useFormats();
  return (ms) =>
    ms > LAST_MS
      ? text('agenda.minutes', { minutes: Math.ceil(ms / 60_000) })
      : clock(Math.ceil(Math.max(0, ms) / 1000) * 1000);
}
