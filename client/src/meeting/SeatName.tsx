import { type Id, seatById } from '@track2/shared';
import { type ReactNode, useCallback } from 'react';
import { useSpoken, useText } from '../text/index.ts';
import { Words } from '../text/Words.tsx';
import { personIn, useMeeting } from './hooks.ts';
import { seatPerson } from './seatPerson.ts';

export { faceOfSeat, seatPerson } from './seatPerson.ts';

/** The name of a seat, or of the member who speaks for it, kept apart from the direction of the text around it. */
export function SeatName({ seat, member = null }: { seat: Id; member?: Id | null }): ReactNode {
  const reader = useSpoken();
  const person = useMeeting((view) =>
    member === null ? seatPerson(view, seat, reader) : personIn(view, member, reader),
  );
  return <bdi>{person.name}</bdi>;
}

/** Where a seat comes from: its delegation, else the office of its holder, else its role. */
export function SeatFrom({ seat, className }: { seat: Id; className?: string | undefined }): ReactNode {
  const text = useText();
  const role = useMeeting(({ state }) => seatById(state, seat)?.role);
  const reader = useSpoken();
  const { delegation, office, named } = useMeeting((view) => seatPerson(view, seat, reader));
  // Where the delegation stands for the name it is not said twice.
  if (delegation !== null && named) {
    return (
      <span className={className}>
        <Words of={delegation} />
      </span>
    );
  }
  if (office !== null) {
    return (
      <span className={className}>
        <bdi>{office}</bdi>
      </span>
    );
  }
  return role === undefined ? null : <span className={className}>{text(`role.${role}`)}</span>;
}

/** The name of a seat for use inside a sentence of the catalogue. */
export function useSeatWords(): (seat: Id) => string {
  const reader = useSpoken();
  const view = useMeeting((whole) => whole);
  return useCallback((seat) => seatPerson(view, seat, reader).name, [view, reader]);
}
