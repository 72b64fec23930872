import { type ReactNode, useState } from 'react';
import { Control, type ControlProps } from './Control.tsx';
import { type FloorDialog, LaterDialog } from './dialogs.tsx';

type Props = Omit<ControlProps, 'onPress'> & { opens: FloorDialog };

/** A control that opens a dialog. */
export function OpensDialog({ opens, ...control }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Control {...control} onPress={() => setOpen(true)} />
      {open && <LaterDialog which={opens} onClose={() => setOpen(false)} />}
    </>
  );
}
