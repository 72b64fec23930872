import { type Command, type Id, isSeatPresent } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { faceOfSeat, SeatFrom, SeatName, useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Field } from '../../ui/Field.tsx';
import css from './console.module.css';
import { seatsMatching } from './seatSearch.ts';

type Props = {
  /** Seats that are not offered. */
  without?: readonly Id[];
  /** What is done with the seat that is chosen. */
  commandFor(seat: Id): Command;
  label: string;
  /** The button's name for screen readers, with the person's. */
  nameFor(name: string): string;
  /** The command was applied. */
  onDone(): void;
};

/** The seats that are here, found by name or delegation, each with the one act that this is about. */
export function SeatPicker({ without = [], ...act }: Props): ReactNode {
  const text = useText();
  const [wanted, setWanted] = useState('');
  const state = useMeeting((meeting) => meeting.state);
  const nameplates = useMeeting((meeting) => meeting.nameplates);
  const seats = state.roster.seats
    .filter((seat) => isSeatPresent(state, seat.id) && !without.includes(seat.id))
    .map((seat) => {
      const face = faceOfSeat(state, seat.id);
      const plate = face === null ? undefined : nameplates.members[face];
      const from = seat.delegation === null ? undefined : nameplates.delegations[seat.delegation];
      return { seat: seat.id, words: [plate?.name ?? '', plate?.office ?? '', ...Object.values(from ?? {})] };
    });
  const found = seatsMatching(seats, wanted);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog opens on its first question */}
      <Field label={text('chair.someoneElse.search')} value={wanted} onChange={setWanted} autoFocus />
      <ul className={css.choices}>
        {found.map((seat) => (
          <Choice key={seat} seat={seat} {...act} />
        ))}
      </ul>
      {found.length === 0 && <p className={css.quiet}>{text('chair.someoneElse.none')}</p>}
    </>
  );
}

function Choice({ seat, commandFor, label, nameFor, onDone }: Omit<Props, 'without'> & { seat: Id }): ReactNode {
  const name = useSeatWords()(seat);
  return (
    <li className={css.guest}>
      <span>
        <b>
          <SeatName seat={seat} />
        </b>{' '}
        <SeatFrom seat={seat} />
      </span>
      <CommandButton
        command={commandFor(seat)}
        label={label}
        name={nameFor(name)}
        size="small"
        onAnswer={(answer) => answer.outcome === 'applied' && onDone()}
      />
    </li>
  );
}
