import { useState } from 'react';
import { useText } from '../../text/index.ts';
import { Control, type ControlProps } from './Control.tsx';
import { LeaveDialog } from './FloorDialogs.tsx';

/** Leaves the meeting, after a question; the seat is kept. */
export function LeaveControl(place: Pick<ControlProps, 'words' | 'room'>) {
  const text = useText();
  const [dialog, setDialog] = useState<'shut' | 'open'>('shut');
  return (
    <>
      <Control
        {...place}
        icon="leave"
        look="plain"
        label={text('controls.leave')}
        detail={text('controls.leave.why')}
        onPress={() => setDialog('open')}
      />
      {dialog === 'open' ? <LeaveDialog onClose={() => setDialog('shut')} /> : null}
    </>
  );
}
