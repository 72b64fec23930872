import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { SeatName } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { Count } from '../../ui/Badge.tsx';
import { FloorBadge } from '../floor/FloorBadge.tsx';
import { KeynoteControls } from '../keynote/KeynoteControls.tsx';
import { lobby } from '../people/delegations.ts';
import css from './console.module.css';
import { FloorModes } from './FloorModes.tsx';
import { LobbyCard } from './LobbyCard.tsx';
import { NextSpeaker } from './NextSpeaker.tsx';
import { SessionButtons } from './SessionButtons.tsx';
import { StartNextItem } from './StartNextItem.tsx';
import { TurnActs } from './TurnActs.tsx';

/** The chair's acts where there is no room for the console: next, end turn, the lobby; folded below them the rest. */
export function ChairActions(): ReactNode {
  const text = useText();
  const turns = useMeeting(({ state }) => state.floor.turns);
  const status = useMeeting(({ state }) => state.session.status);
  const waiting = useMeeting(({ state }) => lobby(state).length);
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
          <TurnActs turn={turn} keys={false} />
        </div>
      ))}
      {status === 'open' && !idle && <NextSpeaker room="narrow" />}
      <details className={css.more}>
        <summary>
          {text('chair.more')}{' '}
          {waiting > 0 && (
            <span className={css.waiting}>
              {text('chair.lobby')} <Count value={waiting} tone="accent" />
            </span>
          )}
        </summary>
        <div className={css.compact}>
          <LobbyCard />
          {!idle && <StartNextItem size="base" />}
          <FloorModes />
          <KeynoteControls />
          {status === 'open' && <SessionButtons />}
        </div>
      </details>
    </section>
  );
}
