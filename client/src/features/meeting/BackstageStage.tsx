import { type ReactNode, useState } from 'react';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { BackstageBand } from '../backstage/BackstageBand.tsx';
import { DeviceCheck } from '../lobby/DeviceCheck.tsx';
import css from './BackstageStage.module.css';
import { BackstageTiles } from './BackstageTiles.tsx';

/** Backstage, above what the room sees: who hears this person, their faces, and a place to try sound and picture. */
export function BackstageStage(): ReactNode {
  return (
    <div className={css.stage}>
      <BackstageBand edge="card" />
      <BackstageTiles />
      <SoundTest />
    </div>
  );
}

/** The same trial as in the lobby: an aide tests in peace before the principal comes. */
function SoundTest(): ReactNode {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <div className={css.test}>
      <Button size="small" onPress={() => setOpen(true)}>
        {text('backstage.test')}
      </Button>
      <span>{text('backstage.test.why')}</span>
      {open && (
        <Dialog title={text('backstage.test')} onClose={() => setOpen(false)}>
          <DeviceCheck />
        </Dialog>
      )}
    </div>
  );
}
