import { type Id, listOf } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import css from './console.module.css';
import { beforeTheNext } from './queue.ts';
import { SeatPicker } from './SeatPicker.tsx';

/** Puts any seat on the list, at its end or to be next; also when nobody of it is here yet. It stays for more. */
export function AddSeatDialog({ item, onClose }: { item: Id; onClose(): void }): ReactNode {
  const text = useText();
  const next = useMeeting(({ state }) => beforeTheNext(listOf(state, item)));
  return (
    <Dialog title={text('chair.queue.add.title')} onClose={onClose}>
      <p className={css.quiet}>{text('chair.queue.add.hint')}</p>
      <SeatPicker
        offers="all"
        acts={[
          {
            id: 'next',
            commandFor: (seat) => ({ type: 'speakers.add', item, seat, before: next }),
            label: text('chair.queue.add.next'),
            nameFor: (name) => text('chair.queue.add.nextNamed', { name }),
          },
          {
            id: 'end',
            commandFor: (seat) => ({ type: 'speakers.add', item, seat, before: null }),
            label: text('chair.queue.add.end'),
            nameFor: (name) => text('chair.queue.add.endNamed', { name }),
          },
        ]}
      />
      <Button onPress={onClose}>{text('chair.someoneElse.close')}</Button>
    </Dialog>
  );
}
