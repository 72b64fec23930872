import { type AgendaItem, heldAt, memberById, seatById } from '@track2/shared';
import type { ReactNode } from 'react';
import { PersonName, useMeeting, useMeetingNow } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './AgendaRow.module.css';
import { type AgendaRow, inMinutes, writtenNumber } from './agendaRows.ts';
import { Kind } from './Kind.tsx';
import { Note } from './Note.tsx';
import { StopLine } from './StopLine.tsx';
import type { Zones } from './useZones.ts';

type Props = { row: AgendaRow; zones: Zones; children: ReactNode };

/** One line of the agenda: when, what, and how it compares with the plan; under it its hard stops. */
export function AgendaRowView({ row, zones, children }: Props) {
  const text = useText();
  const { time, number } = useFormats();
  const { item, state } = row;
  return (
    <>
      <li
        className={styles.row}
        data-state={state}
        data-level={row.level}
        aria-current={state === 'current' ? 'step' : undefined}
      >
        <div className={styles.time}>
          <b>{time(row.start, zones.own.timeZone)}</b>
          {zones.meeting === null ? null : <span>{time(row.start, zones.meeting.timeZone)}</span>}
        </div>
        <div className={styles.mark}>
          <span className={styles.dot}>{state === 'done' ? <Icon name="check" /> : null}</span>
        </div>
        <div className={styles.what}>
          <h3>
            <span className={styles.spoken}>{text(`agenda.state.${state}`)}: </span>
            <span className={styles.number}>{writtenNumber(row.number, number)}</span> <Words of={item.title} />
          </h3>
          <p className={styles.sub}>
            <Kind item={item} />
            <Speaker seat={item.speaker} />
          </p>
          {row.begins === null ? null : <p className={styles.begins}>{text(`agenda.begins.${row.begins}`)}</p>}
        </div>
        <div className={styles.length}>
          <Length row={row} zones={zones} />
        </div>
        <div className={styles.below}>
          {state === 'current' ? <Progress row={row} /> : null}
          {inMinutes(row.cutMs) < 1 ? null : (
            <p className={styles.cut}>{text('agenda.cut', { minutes: inMinutes(row.cutMs) })}</p>
          )}
          <Note item={item} />
          {children}
        </div>
      </li>
      {row.stops.map((stop) => (
        <StopLine key={stop.id} stop={stop} zones={zones} />
      ))}
    </>
  );
}

function Speaker({ seat }: { seat: string | null }) {
  const member = useMeeting(({ state }) => {
    const members = (seat === null ? undefined : seatById(state, seat))?.members ?? [];
    return members.map((id) => memberById(state, id)).find((each) => each?.kind === 'principal')?.id ?? null;
  });
  // A name keeps its own direction, and what separates it from the words before stands outside of that.
  return member === null ? null : (
    <span>
      <PersonName member={member} />
    </span>
  );
}

function Progress({ row }: { row: AgendaRow }) {
  const text = useText();
  const { duration } = useFormats();
  const graceMs = useMeeting(({ state }) => state.session.policy.graceMs);
  const behind = inMinutes(row.start - row.plannedStart);
  return (
    <>
      <p className={styles.sub}>
        <ItemClock item={row.item} />
        {behind >= 1 ? <span>{text('agenda.behind', { minutes: behind })}</span> : null}
        {behind <= -1 ? <span>{text('agenda.ahead', { minutes: -behind })}</span> : null}
        {row.item.limit === 'hard' ? <span>{text('agenda.hardLimit', { grace: duration(graceMs) })}</span> : null}
      </p>
      <ItemProgress item={row.item} />
    </>
  );
}

/** How long the current item is held of what was planned; overtime counts up. */
function ItemClock({ item }: { item: AgendaItem }) {
  const text = useText();
  const { clock } = useFormats();
  const heldMs = heldAt(item, useMeetingNow(500));
  const planned = clock(item.plannedMs);
  const overMs = heldMs - item.plannedMs;
  return (
    <span className={styles.clock} data-over={overMs >= 0 || undefined}>
      {overMs >= 0
        ? text('agenda.clockOver', { over: `+${clock(overMs)}`, planned })
        : text('agenda.clock', { held: clock(heldMs), planned })}
    </span>
  );
}

function ItemProgress({ item }: { item: AgendaItem }) {
  const text = useText();
  const heldMs = heldAt(item, useMeetingNow(5000));
  const used = text('agenda.progress', { used: Math.floor(heldMs / 60_000), planned: inMinutes(item.plannedMs) });
  return (
    <progress
      className={styles.progress}
      aria-label={text('agenda.progressLabel')}
      aria-valuetext={used}
      max={item.plannedMs}
      value={Math.min(heldMs, item.plannedMs)}
      data-over={heldMs > item.plannedMs || undefined}
    />
  );
}

/** Planned beside actual: the length, and what the plan said where it was another. */
function Length({ row, zones }: { row: AgendaRow; zones: Zones }) {
  const text = useText();
  const { time } = useFormats();
  const planned = inMinutes(row.item.plannedMs);
  const held = inMinutes(row.item.heldMs);
  switch (row.state) {
    case 'skipped':
      return <span>{text('agenda.skipped')}</span>;
    case 'done':
      return (
        <>
          <span>{text('agenda.minutes', { minutes: held })}</span>
          {held === planned ? null : <span>{text('agenda.plannedMinutes', { minutes: planned })}</span>}
        </>
      );
    case 'suspended':
      return (
        <>
          <span>{text('agenda.state.suspended')}</span>
          <span>{text('agenda.progress', { used: held, planned })}</span>
        </>
      );
    default: {
      const moved = inMinutes(row.start - row.plannedStart) !== 0;
      const plan = time(row.plannedStart, zones.own.timeZone);
      return (
        <>
          <span>{text('agenda.minutes', { minutes: inMinutes(row.lengthMs) })}</span>
          {moved ? <span>{text('agenda.plannedTime', { time: plan })}</span> : null}
        </>
      );
    }
  }
}
