import type { Id } from '@track2/shared';
import { useEffect, useRef } from 'react';
import { useText } from '../../text/index.ts';
import { announce } from '../../ui/LiveRegion.tsx';
import { dueReading, secondsLeft, type TurnClock } from './turnClock.ts';

type Props = { turn: Id; clock: TurnClock };

/** Reads a clock aloud to screen readers at two minutes, thirty seconds and zero, and at no other moment. */
export function ClockReader({ turn, clock }: Props): null {
  const text = useText();
  const left = secondsLeft(clock);
  const last = useRef<{ turn: Id; left: number | null } | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = { turn, left };
    if (before === null || before.turn !== turn || before.left === null || left === null) return;
    const due = dueReading(before.left, left);
    if (due !== null) announce(text(`floor.read.${due}`), 'polite');
  }, [turn, left, text]);
  return null;
}
