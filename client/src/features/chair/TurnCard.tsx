import { holderOf, type Turn } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting, useMeetingNow } from '../../meeting/hooks.ts';
import { faceOfSeat, SeatFrom, SeatName, useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { Clock } from '../floor/Clock.tsx';
import { FloorBadge } from '../floor/FloorBadge.tsx';
import { Topic } from '../floor/Topic.tsx';
import { turnClock } from '../floor/turnClock.ts';
import { ScreenLeave } from '../screen/ScreenLeave.tsx';
import type { StageTile } from '../stage/stagePlan.ts';
import { Tile } from '../stage/Tile.tsx';
import css from './floorCard.module.css';
import { TurnActs } from './TurnActs.tsx';

/** The turn that the room listens to: who, what about, the clock, and what the chair does with it. */
export function TurnCard({ turn }: { turn: Turn }): ReactNode {
  const now = useMeetingNow(200);
  return (
    <div className={css.turn}>
      <Picture turn={turn} />
      <div className={css.turnMain}>
        <div className={css.turnLine}>
          <FloorBadge turn={turn} />
          <h3 className={css.turnName}>
            <SeatName seat={turn.seat} member={holderOf(turn)} />
          </h3>
        </div>
        <p className={css.turnAbout}>
          <SeatFrom seat={turn.seat} />
          <Topic turn={turn} className={undefined} />
          <Yielded turn={turn} />
        </p>
        <TurnActs turn={turn} keys />
        <ScreenLeave turn={turn} />
      </div>
      <div className={css.turnClock}>
        <Clock clock={turnClock(turn, now)} warnMs={turn.warnMs} size="large" />
      </div>
    </div>
  );
}

/** Whose time a turn goes on with, or that the rest of its time is for questions. */
export function Yielded({ turn }: { turn: Turn }): ReactNode {
  const text = useText();
  const nameOf = useSeatWords();
  const { purpose } = turn;
  return (
    <>
      {purpose.kind === 'yielded' && <span>{text('chair.turn.yielded', { name: nameOf(purpose.from) })}</span>}
      {turn.takesQuestions && <span>{text('chair.turn.takesQuestions')}</span>}
    </>
  );
}

function Picture({ turn }: { turn: Turn }): ReactNode {
  const face = useMeeting(({ state }) => holderOf(turn) ?? faceOfSeat(state, turn.seat));
  const me = useMeeting((meeting) => meeting.me);
  if (face === null) return null;
  const tile: StageTile = {
    member: face,
    seat: turn.seat,
    you: face === me,
    link: turn.status.kind === 'lost' || turn.status.kind === 'suspended' ? 'lost' : 'here',
    floor: turn.status.kind === 'speaking' ? 'heard' : turn.status.kind === 'called' ? 'called' : 'stopped',
    place: null,
  };
  return (
    <div className={css.picture}>
      <Tile tile={tile} size="face" plate="inFloorBar" />
    </div>
  );
}
