import { useText } from '../../text/index.ts';
import type { ControlProps } from './Control.tsx';
import { OpensDialog } from './OpensDialog.tsx';

/** Leaves the meeting, after a question; the seat is kept. */
export function LeaveControl(place: Pick<ControlProps, 'words' | 'room'>) {
  const text = useText();
  return (
    <OpensDialog
      {...place}
      opens="leave"
      icon="leave"
      look="plain"
      label={text('controls.leave')}
      detail={text('controls.leave.why')}
    />
  );
}
