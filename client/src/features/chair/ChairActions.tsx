import { type ReactNode, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { SeatName } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { Count } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CueDialog } from '../cues/CueDialog.tsx';
import { Door } from '../door/Door.tsx';
import { waitingAtDoor } from '../door/waiting.ts';
import { FloorBadge } from '../floor/FloorBadge.tsx';
import { KeynoteControls } from '../keynote/KeynoteControls.tsx';
import { BackstageList } from '../people/BackstageList.tsx';
import { SpeakingTimes } from '../time/SpeakingTimes.tsx';
import { FloorModes } from './FloorModes.tsx';
import css from './floorCard.module.css';
import { NextSpeaker } from './NextSpeaker.tsx';
import { SessionButtons } from './SessionButtons.tsx';
import { StartNextItem } from './StartNextItem.tsx';
import { TurnActs } from './TurnActs.tsx';
import { Yielded } from './TurnCard.tsx';

/** The chair's acts where there is no room for the console: next, end turn, how many wait; behind a button the rest. */
export function ChairActions(): ReactNode {
  const text = useText();
  const turns = useMeeting(({ state }) => state.floor.turns);
  const status = useMeeting(({ state }) => state.session.status);
  const waiting = useMeeting(({ state }) => waitingAtDoor(state).length);
  const [more, setMore] = useState(false);
  const idle = useMeeting(({ state }) => state.agenda.current === null);
  return (
    <section className={css.compact} aria-label={text('chair.actions')}>
      {status === 'planned' && <SessionButtons />}
      {status === 'open' && idle && <StartNextItem size="base" />}
      {turns.map((turn) => (
        <div key={turn.id} className={css.compactTurn}>
          {turns.length > 1 && (
            <div className={css.turnLine}>
              <FloorBadge turn={turn} />
              <b>
                <SeatName seat={turn.seat} />
              </b>
            </div>
          )}
          <Yielded turn={turn} />
          <TurnActs turn={turn} keys={false} />
        </div>
      ))}
      {status === 'open' && !idle && <NextSpeaker room="narrow" />}
      <div className={css.acts}>
        <Button size="small" onPress={() => setMore(true)}>
          {text('chair.more')}
        </Button>
        {status === 'open' && <CueDialog />}
        {waiting > 0 && (
          <span className={css.waiting}>
            {text('chair.lobby')} <Count value={waiting} tone="accent" />
          </span>
        )}
      </div>
      {more && <MoreActions onClose={() => setMore(false)} />}
    </section>
  );
}

/** The rest of the chair's acts, in front of the page: the lobby, the next item, the mode, the keynote, the end. */
function MoreActions({ onClose }: { onClose: () => void }): ReactNode {
  const text = useText();
  const open = useMeeting(({ state }) => state.session.status === 'open');
  const idle = useMeeting(({ state }) => state.agenda.current === null);
  return (
    <Dialog title={text('chair.actions')} onClose={onClose}>
      <div className={css.compact}>
        <Door look="panel" />
        <BackstageList manages />
        {!idle && <StartNextItem size="base" />}
        {open && <FloorModes />}
        <KeynoteControls />
        <SpeakingTimes />
        {open && <SessionButtons />}
      </div>
    </Dialog>
  );
}
