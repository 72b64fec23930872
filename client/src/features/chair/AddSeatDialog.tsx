import { type Id, listOf } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { seatsText as en } from '../../text/en/seats.ts';
import { seatsText as fa } from '../../text/fa/seats.ts';
import { useText } from '../../text/index.ts';
import { useLaterText } from '../../text/later.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import css from './console.module.css';
import { beforeTheNext } from './queue.ts';
import { SeatPicker } from './SeatPicker.tsx';

const words = { en, fa };

/** Puts any seat on the list, at its end or to be next; also when nobody of it is here yet. It stays for more. */
export function AddSeatDialog({ item, onClose }: { item: Id; onClose(): void }): ReactNode {
  const text = useText();
  const say = useLaterText(words);
  const next = useMeeting(({ state }) => beforeTheNext(listOf(state, item)));
  return (
    <Dialog title={say('seats.add.title')} onClose={onClose}>
      <p className={css.quiet}>{say('seats.add.hint')}</p>
      <SeatPicker
        offers="all"
        acts={[
          {
            id: 'next',
            commandFor: (seat) => ({ type: 'speakers.add', item, seat, before: next }),
            label: say('seats.add.next'),
            nameFor: (name) => say('seats.add.nextNamed', { name }),
          },
          {
            id: 'end',
            commandFor: (seat) => ({ type: 'speakers.add', item, seat, before: null }),
            label: say('seats.add.end'),
            nameFor: (name) => say('seats.add.endNamed', { name }),
          },
        ]}
      />
      <Button onPress={onClose}>{text('chair.someoneElse.close')}</Button>
    </Dialog>
  );
}
