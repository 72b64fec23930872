import { type AgendaItem, type Forecast, forecast, type Id } from '@track2/shared';
import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { useManaging, useMeeting, useWallNow } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { clockChange } from '../../text/zones.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useLayout } from '../../ui/layout.ts';
import { ScrollFrame } from '../../ui/ScrollFrame.tsx';
import styles from './AgendaPanel.module.css';
import { AgendaRowView } from './AgendaRowView.tsx';
import { type AgendaRow, agendaRows, inMinutes } from './agendaRows.ts';
import { scrollToTop } from './scrollToTop.ts';
import { useZones, type Zones } from './useZones.ts';

/** Loaded when it is opened: most people never edit the agenda. */
const AgendaEditor = lazy(async () => ({ default: (await import('./AgendaEditor.tsx')).AgendaEditor }));

/** How often projected times move: they are read in minutes. */
const REFRESH_MS = 5000;

type Props = {
  /** What stands under an item, such as its documents. */
  renderUnder?: (item: AgendaItem) => ReactNode;
  /** What stands at the foot, under the projected end. */
  foot?: ReactNode;
};

/** The agenda: what is done, where we are, what comes next and when it ends. Who runs the meeting edits it here. */
export function AgendaPanel({ renderUnder, foot }: Props) {
  const text = useText();
  const state = useMeeting((meeting) => meeting.state);
  const wall = useWallNow(REFRESH_MS);
  const managing = useManaging();
  const [view, setView] = useState<'read' | 'edit'>('read');
  const outlook = forecast(state, wall);
  const rows = agendaRows(state, outlook);
  const zones = useZones(wall, ...momentsOf(rows));
  const done = rows.filter((row) => row.state === 'done').length;
  const body = useCurrentInSight(state.agenda.current);
  const edits = managing && view === 'edit';
  const phone = useLayout() === 'phone';
  const editor = (
    <Suspense fallback={<div className={styles.body} />}>
      <AgendaEditor rows={rows} zones={zones} renderUnder={renderUnder} />
    </Suspense>
  );
  return (
    <section className={styles.panel} aria-labelledby="agenda-title">
      <div className={styles.head}>
        <h2 id="agenda-title">{text('agenda.title')}</h2>
        {done === 0 ? null : <span className={styles.count}>{text('agenda.done', { count: done })}</span>}
        <ZoneNote zones={zones} />
        {managing ? (
          <Button variant="quiet" size="small" onPress={() => setView(edits ? 'read' : 'edit')}>
            {text(edits ? 'agenda.editDone' : 'agenda.edit')}
          </Button>
        ) : null}
      </div>
      {edits && phone ? (
        <Dialog title={text('agenda.edit')} onClose={() => setView('read')}>
          {editor}
        </Dialog>
      ) : null}
      {edits && !phone ? (
        editor
      ) : (
        <ScrollFrame ref={body} className={styles.body} labelledBy="agenda-title">
          {rows.length === 0 ? <p className={styles.empty}>{text('agenda.empty')}</p> : null}
          <ol className={styles.rows}>
            {rows.map((row) => (
              <AgendaRowView key={row.item.id} row={row} zones={zones}>
                {renderUnder?.(row.item)}
              </AgendaRowView>
            ))}
          </ol>
        </ScrollFrame>
      )}
      {rows.length === 0 ? null : <ProjectedEnd outlook={outlook} zones={zones} />}
      {rows.length === 0 ? null : <ClockChanges rows={rows} zones={zones} />}
      {foot}
    </section>
  );
}

const momentsOf = (rows: readonly AgendaRow[]): number[] =>
  rows.flatMap(({ start, end, plannedEnd }) => [start, end, plannedEnd]);

/** Brings a new current item to the top of the panel, with the one before it as the place we come from. */
function useCurrentInSight(current: Id | null): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = body.current;
    const row = frame?.querySelector('[aria-current]')?.previousElementSibling;
    if (current === null || frame === null || !(row instanceof HTMLElement)) return;
    scrollToTop(frame, row);
  }, [current]);
  return body;
}

function ZoneNote({ zones }: { zones: Zones }) {
  const text = useText();
  return (
    <span className={styles.zones}>
      {zones.meeting === null
        ? text('agenda.zone', { meeting: zones.own.place })
        : text('agenda.zones', { own: zones.own.place, meeting: zones.meeting.place })}
    </span>
  );
}

function ProjectedEnd({ outlook, zones }: { outlook: Forecast; zones: Zones }) {
  const text = useText();
  const { time } = useFormats();
  const late = inMinutes(outlook.lateMs);
  const cut = inMinutes(outlook.cutMs);
  const planned = text('agenda.endPlanned', { time: time(outlook.end - outlook.lateMs, zones.own.timeZone) });
  return (
    <p className={styles.foot}>
      <span>{text('agenda.end')}</span> <b>{time(outlook.end, zones.own.timeZone)}</b>{' '}
      {zones.meeting === null ? null : (
        <span>
          {text('agenda.endThere', { time: time(outlook.end, zones.meeting.timeZone), city: zones.meeting.place })}
        </span>
      )}{' '}
      {late === 0 ? null : <span>{planned}</span>}{' '}
      <span className={styles.badges}>
        {cut >= 1 ? <Badge tone="over">{text('agenda.cut', { minutes: cut })}</Badge> : null}
        {late >= 1 && cut < 1 ? <Badge tone="warn">{text('agenda.late', { minutes: late })}</Badge> : null}
        {late <= -1 && cut < 1 ? <Badge tone="plain">{text('agenda.early', { minutes: -late })}</Badge> : null}
        {late === 0 && cut < 1 ? <Badge tone="plain">{text('agenda.onTime')}</Badge> : null}
      </span>
    </p>
  );
}

/** That the clocks of a place change during the meeting: else two times in a row would look wrong. */
function ClockChanges({ rows, zones }: { rows: readonly AgendaRow[]; zones: Zones }) {
  const text = useText();
  const { time } = useFormats();
  const moments = momentsOf(rows);
  const [from, to] = [Math.min(...moments), Math.max(...moments)];
  return [zones.own, ...(zones.meeting === null ? [] : [zones.meeting])].map(({ timeZone, place }) => {
    const change = clockChange(timeZone, from, to);
    if (change === null) return null;
    const key = change.byMs > 0 ? 'agenda.clocksForward' : 'agenda.clocksBack';
    return (
      <p key={timeZone} className={styles.change}>
        {text(key, { city: place, time: time(change.at, timeZone) })}
      </p>
    );
  });
}
