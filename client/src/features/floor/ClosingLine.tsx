import type { Turn } from '@track2/shared';
import { type ReactNode, useEffect, useRef } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { announce } from '../../ui/LiveRegion.tsx';
import { closingOf } from './countdown.ts';
import css from './floor.module.css';

/** From when on it is said aloud, once. */
const SAID_FROM_MS = 30_000;

/** What a hard limit does to the microphone, in words; nothing while there is none near. */
export function ClosingLine({ turn, now }: { turn: Turn; now: number }): ReactNode {
  const text = useText();
  const formats = useFormats();
  const found = useMeeting(({ state }) => closingOf(state, turn, now));
  const due = found?.kind === 'soon' && found.leftMs <= SAID_FROM_MS ? turn.id : null;
  const said = useRef<string | null>(null);
  useEffect(() => {
    if (due !== null && said.current !== due) announce(text('floor.say.closes'), 'assertive');
    said.current = due;
  }, [due, text]);
  if (found === null) return null;
  return (
    <p className={css.closing} data-soon={found.kind === 'soon' || undefined}>
      {found.kind === 'soon'
        ? text('floor.closes', { time: formats.clock(Math.ceil(found.leftMs / 1000) * 1000) })
        : text('floor.closesAfter', { time: formats.duration(found.graceMs) })}
    </p>
  );
}
