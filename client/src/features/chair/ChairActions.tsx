import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { SeatName } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { FloorBadge } from '../floor/FloorBadge.tsx';
import { KeynoteControls } from '../keynote/KeynoteControls.tsx';
import css from './console.module.css';
import { FloorModes } from './FloorModes.tsx';
import { LobbyCard } from './LobbyCard.tsx';
import { NextSpeaker } from './NextSpeaker.tsx';
import { SessionButtons } from './SessionButtons.tsx';
import { StartNextItem } from './StartNextItem.tsx';
import { TurnActs } from './TurnActs.tsx';

/** The chair's acts where there is no room for the console: next, end turn, the lobby, and below them the rest. */
export function ChairActions(): ReactNode {
  const text = useText();
  const turns = useMeeting(({ state }) => state.floor.turns);
  return (
    <section className={css.compact} aria-label={text('chair.actions')}>
      {turns.map((turn) => (
        <div key={turn.id} className={css.compactTurn}>
          <div className={css.turnLine}>
            <FloorBadge turn={turn} />
            <b>
              <SeatName seat={turn.seat} />
            </b>
          </div>
          <TurnActs turn={turn} keys={false} />
        </div>
      ))}
      <NextSpeaker />
      <LobbyCard />
      <div className={css.acts}>
        <StartNextItem size="small" />
        <SessionButtons />
      </div>
      <FloorModes />
      <KeynoteControls />
    </section>
  );
}
