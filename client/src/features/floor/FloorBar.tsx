import { type Floor, type MeetingState, placesIn, placesTaken, type Turn } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting, useMeetingNow } from '../../meeting/hooks.ts';
import { StageFrom, StageName } from '../../meeting/StageName.tsx';
import { useText } from '../../text/index.ts';
import { Clock } from './Clock.tsx';
import { ClockReader } from './ClockReader.tsx';
import { ClosingLine } from './ClosingLine.tsx';
import { seesCountdown } from './countdown.ts';
import { FloorBadge } from './FloorBadge.tsx';
import { FloorNews } from './FloorNews.tsx';
import css from './floor.module.css';
import { floorTurns } from './floorTurns.ts';
import { Topic } from './Topic.tsx';
import { type TurnClock, turnClock } from './turnClock.ts';

/** How often a clock on the screen is drawn anew: often enough that no second looks long. */
const drawEveryMs = 100;

/** Who has the floor, what for and for how long: the one loud thing of a meeting. */
export function FloorBar(): ReactNode {
  const text = useText();
  const state = useMeeting((meeting) => meeting.state);
  const now = useMeetingNow(drawEveryMs);
  const { main, others } = floorTurns(state.floor);
  const counts = useMeeting((view) => (turn: Turn) => seesCountdown(view.state, view.me, turn));
  const clock = main === null || !counts(main) ? null : turnClock(main, now);
  return (
    <section className={css.bar} data-state={clock?.kind} aria-label={text('floor.label')}>
      {main === null ? <FreeFloor state={state} /> : <MainTurn turn={main} clock={clock} />}
      {main !== null && clock !== null && <ClosingLine turn={main} now={now} />}
      {others.length > 0 && (
        <ul className={css.others} aria-label={text('floor.others')}>
          {others.map((turn) => (
            <li key={turn.id} className={css.other}>
              <FloorBadge turn={turn} />
              <span className={css.name}>
                <StageName seat={turn.seat} member={memberOf(turn)} />
              </span>
              {counts(turn) && <Clock clock={turnClock(turn, now)} warnMs={turn.warnMs} size="small" />}
            </li>
          ))}
        </ul>
      )}
      <FloorNews turn={main} />
      {main !== null && clock !== null && <ClockReader turn={main.id} clock={clock} />}
    </section>
  );
}

const memberOf = (turn: Turn): string | null => ('member' in turn.status ? turn.status.member : null);

/** `clock` is null for who is not shown this countdown. */
function MainTurn({ turn, clock }: { turn: Turn; clock: TurnClock | null }): ReactNode {
  return (
    <>
      <div className={css.main}>
        <div className={css.who}>
          <div className={css.line}>
            <FloorBadge turn={turn} />
            <h2 className={css.name}>
              <StageName seat={turn.seat} member={memberOf(turn)} />
            </h2>
          </div>
          <p className={css.about}>
            <StageFrom seat={turn.seat} member={memberOf(turn)} className={css.from} />
            <Topic turn={turn} className={css.topic} />
          </p>
        </div>
        {clock !== null && <Clock clock={clock} warnMs={turn.warnMs} size="large" />}
      </div>
      {clock !== null && 'limitMs' in clock && (
        <progress className={css.track} max={clock.limitMs} value={Math.min(clock.usedMs, clock.limitMs)} aria-hidden />
      )}
    </>
  );
}

function FreeFloor({ state }: { state: MeetingState }): ReactNode {
  const text = useText();
  const { session, floor } = state;
  const [title, why] =
    session.status === 'open'
      ? [text('floor.free'), text(`floor.free.${floor.mode}`, places(floor, state))]
      : session.status === 'planned'
        ? [text('floor.notOpen'), text('floor.notOpen.why')]
        : [text('floor.adjourned'), text('floor.adjourned.why')];
  return (
    <div className={css.main}>
      <div className={css.who}>
        <h2 className={css.name}>{title}</h2>
        <p className={css.about}>{why}</p>
      </div>
    </div>
  );
}

function places(floor: Floor, state: MeetingState): Record<string, number> {
  const all = placesIn(floor.mode, state.session.policy);
  return { places: all, free: Math.max(0, all - placesTaken(floor).length) };
}
