import { type FloorMode, placesIn, placesTaken } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { type TextKey, useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import page from './console.module.css';
import css from './floorCard.module.css';

const modes: readonly FloorMode[] = ['presentation', 'moderated', 'directed', 'open'];

/** The mode of the floor, and the way to another: each says what it means before it is chosen. */
export function FloorModes(): ReactNode {
  const text = useText();
  const current = useMeeting(({ state }) => state.floor.mode);
  const [choosing, setChoosing] = useState(false);
  return (
    <div className={css.mode}>
      <span>
        {text('chair.mode')} <b>{text(`floor.mode.${current}`)}</b>
      </span>
      <ModeWhy mode={current} />
      <Places />
      <Button variant="quiet" size="small" onPress={() => setChoosing(true)}>
        {text('chair.mode.change')}
      </Button>
      {choosing && <ModeDialog onClose={() => setChoosing(false)} />}
    </div>
  );
}

function ModeWhy({ mode }: { mode: FloorMode }): ReactNode {
  const text = useText();
  const places = useMeeting(({ state }) => placesIn(mode, state.session.policy));
  const key: TextKey = `floor.mode.${mode}.why`;
  return <span className={page.quiet}>{text(key, { places })}</span>;
}

/** How many of the places of the floor are taken, where there is more than one. */
function Places(): ReactNode {
  const text = useText();
  const mode = useMeeting(({ state }) => state.floor.mode);
  const places = useMeeting(({ state }) => placesIn(mode, state.session.policy));
  const taken = useMeeting(({ state }) => placesTaken(state.floor).length);
  if (mode !== 'directed' && mode !== 'open') return null;
  return <b>{text(`chair.places.${mode}`, { taken, places })}</b>;
}

function ModeDialog({ onClose }: { onClose(): void }): ReactNode {
  const text = useText();
  const current = useMeeting(({ state }) => state.floor.mode);
  return (
    <Dialog title={text('chair.mode')} onClose={onClose}>
      <p className={page.quiet}>{text('chair.mode.endsTurns')}</p>
      <ul className={page.choices}>
        {modes.map((mode) => (
          <li key={mode} className={css.choice} data-on={mode === current ? '' : undefined}>
            <span className={css.about}>
              <b>{text(`floor.mode.${mode}`)}</b>
              <ModeWhy mode={mode} />
            </span>
            {mode === current ? (
              <span className={css.ready}>{text('chair.mode.now')}</span>
            ) : (
              <CommandButton
                command={{ type: 'floor.setMode', mode }}
                label={text('chair.mode.set')}
                name={text('chair.mode.choose', { mode: text(`floor.mode.${mode}`) })}
                size="small"
                onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
              />
            )}
          </li>
        ))}
      </ul>
      <Button onPress={onClose}>{text('chair.someoneElse.close')}</Button>
    </Dialog>
  );
}
