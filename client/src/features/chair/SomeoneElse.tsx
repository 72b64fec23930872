import { type Id, isSeatPresent } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { faceOfSeat, SeatFrom, SeatName, useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import css from './console.module.css';
import { seatsMatching } from './seatSearch.ts';

/** Gives the floor to any seat, outside of the list: those who are here stand first. */
export function SomeoneElse({ onClose }: { onClose(): void }): ReactNode {
  const text = useText();
  const [wanted, setWanted] = useState('');
  const state = useMeeting((meeting) => meeting.state);
  const nameplates = useMeeting((meeting) => meeting.nameplates);
  const seats = state.roster.seats
    .filter((seat) => isSeatPresent(state, seat.id))
    .map((seat) => {
      const face = faceOfSeat(state, seat.id);
      const plate = face === null ? undefined : nameplates.members[face];
      const from = seat.delegation === null ? undefined : nameplates.delegations[seat.delegation];
      return { seat: seat.id, words: [plate?.name ?? '', plate?.office ?? '', ...Object.values(from ?? {})] };
    });
  const found = seatsMatching(seats, wanted);
  return (
    <Dialog title={text('chair.someoneElse.title')} onClose={onClose}>
      <p className={css.quiet}>{text('chair.someoneElse.hint')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog opens on its first question */}
      <Field label={text('chair.someoneElse.search')} value={wanted} onChange={setWanted} autoFocus />
      <ul className={css.choices}>
        {found.map((seat) => (
          <Choice key={seat} seat={seat} onClose={onClose} />
        ))}
      </ul>
      {found.length === 0 && <p className={css.quiet}>{text('chair.someoneElse.none')}</p>}
      <Button onPress={onClose}>{text('chair.someoneElse.close')}</Button>
    </Dialog>
  );
}

function Choice({ seat, onClose }: { seat: Id; onClose(): void }): ReactNode {
  const text = useText();
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
        command={{ type: 'floor.give', seat }}
        label={text('chair.someoneElse.give')}
        name={text('chair.someoneElse.giveNamed', { name })}
        size="small"
        onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
      />
    </li>
  );
}
