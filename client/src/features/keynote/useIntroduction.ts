import type { Id } from '@track2/shared';
import { useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { type Introduced, introductionNow, isKeynoteHeld } from './introduction.ts';

/** The introduction that stands on the stage now. Once this page has seen the keynote begin, it does not come back. */
export function useIntroduction(): Introduced | null {
  const [held, setHeld] = useState<Id | null>(null);
  const current = useMeeting(({ state }) => state.agenda.current);
  const begun = useMeeting(({ state }) => current !== null && isKeynoteHeld(state, current));
  const introduction = useMeeting(({ state }) => introductionNow(state));
  if (begun && held !== current) setHeld(current);
  return introduction === null || introduction.item === held ? null : introduction;
}
