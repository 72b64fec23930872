import { type Command, type Id, isSeatPresent, speakingRoles } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { faceOfSeat, SeatFrom, SeatName, useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Field } from '../../ui/Field.tsx';
import css from './console.module.css';
import { seatsMatching } from './seatSearch.ts';

/** One thing that is done with the seat that is chosen. */
export type SeatAct = {
  id: string;
  commandFor(seat: Id): Command;
  label: string;
  /** The button's name for screen readers, with the person's. */
  nameFor(name: string): string;
};

type Props = {
  /** Seats that are not offered. */
  without?: readonly Id[];
  /** Who is offered: whoever is here now, or all who may speak. */
  offers?: 'present' | 'all';
  acts: readonly SeatAct[];
  /** A command was applied. */
  onDone?: () => void;
};

/** Seats found by name or delegation, each with what this is about. */
export function SeatPicker({ without = [], offers = 'present', acts, onDone }: Props): ReactNode {
  const text = useText();
  const [wanted, setWanted] = useState('');
  const state = useMeeting((meeting) => meeting.state);
  const nameplates = useMeeting((meeting) => meeting.nameplates);
  const seats = state.roster.seats
    .filter(({ id, role }) => (offers === 'all' ? speakingRoles.includes(role) : isSeatPresent(state, id)))
    .filter(({ id }) => !without.includes(id))
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
          <Choice key={seat} seat={seat} here={isSeatPresent(state, seat)} acts={acts} onDone={onDone} />
        ))}
      </ul>
      {found.length === 0 && <p className={css.quiet}>{text('chair.someoneElse.none')}</p>}
    </>
  );
}

type ChoiceProps = { seat: Id; here: boolean; acts: readonly SeatAct[]; onDone: (() => void) | undefined };

function Choice({ seat, here, acts, onDone }: ChoiceProps): ReactNode {
  const text = useText();
  const name = useSeatWords()(seat);
  return (
    <li className={css.guest}>
      <span>
        <b>
          <SeatName seat={seat} />
        </b>{' '}
        <SeatFrom seat={seat} />
        {!here && <em className={css.away}>{text('chair.seat.away')}</em>}
      </span>
      {acts.map(({ id, commandFor, label, nameFor }) => (
        <CommandButton
          key={id}
          command={commandFor(seat)}
          label={label}
          name={nameFor(name)}
          size="small"
          onAnswer={(answer) => answer.outcome === 'applied' && onDone?.()}
        />
      ))}
    </li>
  );
}
