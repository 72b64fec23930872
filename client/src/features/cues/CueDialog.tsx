import { useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CueSender } from './CueSender.tsx';
import { cueTurns } from './cues.ts';

/** The cues behind a button, where there is no room for the console. They stay open from one cue to the next. */
export function CueDialog() {
  const text = useText();
  const nobody = useMeeting(({ state, me }) => cueTurns(state, me).length === 0);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" refusal={nobody ? text('cues.none') : null} onPress={() => setOpen(true)}>
        {text('cues.open')}
      </Button>
      {open ? (
        <Dialog title={text('cues.title')} onClose={() => setOpen(false)}>
          <CueSender keys={false} />
        </Dialog>
      ) : null}
    </>
  );
}
