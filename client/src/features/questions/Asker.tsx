import type { Id, Question } from '@track2/shared';
import { type ReactNode, useCallback } from 'react';
import { SeatFrom, SeatName, useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { useOwnSeat } from './seats.ts';

/** Who asks and from where, or that the name is withheld from this viewer. */
export function Asker({ question: { seat } }: { question: Pick<Question, 'seat'> }): ReactNode {
  const text = useText();
  const own = useOwnSeat();
  if (seat === null) return <b>{text('questions.unnamed')}</b>;
  if (seat === own) return <b>{text('questions.card.yours')}</b>;
  return (
    <span>
      <b>
        <SeatName seat={seat} />
      </b>{' '}
      <SeatFrom seat={seat} />
    </span>
  );
}

/** The asker for use inside a sentence of the catalogue. */
export function useAskerWords(): (seat: Id | null) => string {
  const text = useText();
  const nameOf = useSeatWords();
  return useCallback((seat) => (seat === null ? text('questions.unnamedAsker') : nameOf(seat)), [text, nameOf]);
}
