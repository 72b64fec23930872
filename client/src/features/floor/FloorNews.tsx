import { memberById, type Turn } from '@track2/shared';
import { useEffect, useRef } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { announce } from '../../ui/LiveRegion.tsx';

/**
 * Says to screen readers who has the floor when that changes. One's own calls and turns are said, more loudly,
 * by the controls.
 */
export function FloorNews({ turn }: { turn: Turn | null }): null {
  const text = useText();
  const nameOf = useSeatWords();
  const mine = useMeeting((meeting) => memberById(meeting.state, meeting.me)?.seat);
  const step = turn === null ? 'free' : `${turn.id} ${turn.status.kind === 'called' ? 'called' : 'has'}`;
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    if (turn === null) {
      announce(text('floor.say.free'), 'polite', 'floor');
    } else if (turn.seat !== mine) {
      const said = turn.status.kind === 'called' ? 'called' : 'has';
      announce(text(`floor.say.${said}`, { name: nameOf(turn.seat) }), 'polite', 'floor');
    }
  }, [step, turn, mine, nameOf, text]);
  return null;
}
