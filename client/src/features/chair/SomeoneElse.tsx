import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import css from './console.module.css';
import { SeatPicker } from './SeatPicker.tsx';

/** Gives the floor to any seat that is here, outside of the list. */
export function SomeoneElse({ onClose }: { onClose(): void }): ReactNode {
  const text = useText();
  return (
    <Dialog title={text('chair.someoneElse.title')} onClose={onClose}>
      <p className={css.quiet}>{text('chair.someoneElse.hint')}</p>
      <SeatPicker
        acts={[
          {
            id: 'give',
            commandFor: (seat) => ({ type: 'floor.give', seat }),
            label: text('chair.someoneElse.give'),
            nameFor: (name) => text('chair.someoneElse.giveNamed', { name }),
          },
        ]}
        onDone={onClose}
      />
      <Button onPress={onClose}>{text('chair.someoneElse.close')}</Button>
    </Dialog>
  );
}
