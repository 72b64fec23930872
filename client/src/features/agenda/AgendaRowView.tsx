import { memberById, seatById } from '@track2/shared';
import { PersonName, useMeeting } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './AgendaPanel.module.css';
import { type AgendaRow, inMinutes } from './agendaRows.ts';
import { Kind } from './Kind.tsx';
import type { Zones } from './useZones.ts';

type Props = { row: AgendaRow; wall: number; zones: Zones };

/** One line of the agenda: when, what, and how it compares with the plan. */
export function AgendaRowView({ row, wall, zones }: Props) {
  const text = useText();
  const { time } = useFormats();
  const { item, state } = row;
  return (
    <li className={styles.row} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
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
          <Words of={item.title} />
        </h3>
        <p className={styles.sub}>
          <Kind item={item} />
          <Speaker seat={item.speaker} />
        </p>
        {state === 'current' ? <Progress row={row} wall={wall} /> : null}
        {row.begins === null ? null : <p className={styles.begins}>{text(`agenda.begins.${row.begins}`)}</p>}
      </div>
      <div className={styles.length}>
        <Length row={row} zones={zones} />
      </div>
    </li>
  );
}

function Speaker({ seat }: { seat: string | null }) {
  const member = useMeeting(({ state }) => {
    const members = (seat === null ? undefined : seatById(state, seat))?.members ?? [];
    return members.map((id) => memberById(state, id)).find((each) => each?.kind === 'principal')?.id ?? null;
  });
  return member === null ? null : <PersonName member={member} />;
}

function Progress({ row, wall }: { row: AgendaRow; wall: number }) {
  const text = useText();
  const usedMs = Math.max(0, wall - row.start);
  const planned = row.item.plannedMs;
  const behind = inMinutes(row.start - row.plannedStart);
  const used = text('agenda.progress', { used: Math.floor(usedMs / 60_000), planned: inMinutes(planned) });
  return (
    <>
      <p className={styles.sub}>
        {used}
        {behind >= 1 ? ` · ${text('agenda.behind', { minutes: behind })}` : null}
        {behind <= -1 ? ` · ${text('agenda.ahead', { minutes: -behind })}` : null}
      </p>
      <progress
        className={styles.progress}
        aria-label={text('agenda.progressLabel')}
        aria-valuetext={used}
        max={planned}
        value={Math.min(usedMs, planned)}
        data-over={usedMs > planned || undefined}
      />
    </>
  );
}

/** Planned beside actual: the length, and what the plan said where it was another. */
function Length({ row, zones }: { row: AgendaRow; zones: Zones }) {
  const text = useText();
  const { time } = useFormats();
  const planned = inMinutes(row.item.plannedMs);
  if (row.state === 'done') {
    const actual = inMinutes(row.end - row.start);
    return (
      <>
        <span>{text('agenda.minutes', { minutes: actual })}</span>
        {actual === planned ? null : <span>{text('agenda.plannedMinutes', { minutes: planned })}</span>}
      </>
    );
  }
  const moved = inMinutes(row.start - row.plannedStart) !== 0;
  return (
    <>
      <span>{text('agenda.minutes', { minutes: planned })}</span>
      {moved ? <span>{text('agenda.plannedTime', { time: time(row.plannedStart, zones.own.timeZone) })}</span> : null}
    </>
  );
}
