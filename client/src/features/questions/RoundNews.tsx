import { useEffect, useRef } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { announce } from '../../ui/LiveRegion.tsx';

/** Says to screen readers when a round opens, closes, is answered or is over, whatever panel is in sight. */
export function RoundNews(): null {
  const text = useText();
  const rounds = useMeeting(({ state }) => state.questions.rounds);
  const said = useRef(new Map(rounds.map((round) => [round.id, round.status])));
  useEffect(() => {
    for (const { id, number, status } of rounds) {
      if (said.current.get(id) === status) continue;
      said.current.set(id, status);
      announce(text(`questions.say.${status}`, { number }), 'polite');
    }
  }, [rounds, text]);
  return null;
}
