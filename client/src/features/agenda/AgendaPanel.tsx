import { type Forecast, forecast, type Id } from '@track2/shared';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useManaging, useMeeting, useWallNow } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ScrollFrame } from '../../ui/ScrollFrame.tsx';
import { AgendaEditor } from './AgendaEditor.tsx';
import styles from './AgendaPanel.module.css';
import { AgendaRowView } from './AgendaRowView.tsx';
import { agendaRows, inMinutes } from './agendaRows.ts';
import { useZones, type Zones } from './useZones.ts';

/** How often projected times move: they are read in minutes. */
const REFRESH_MS = 5000;

/** The agenda: what is done, where we are, what comes next and when it ends. Who runs the meeting edits it here. */
export function AgendaPanel() {
  const text = useText();
  const state = useMeeting((meeting) => meeting.state);
  const wall = useWallNow(REFRESH_MS);
  const zones = useZones(wall);
  const managing = useManaging();
  const [view, setView] = useState<'read' | 'edit'>('read');
  const outlook = forecast(state, wall);
  const rows = agendaRows(state, outlook);
  const done = rows.filter((row) => row.state === 'done').length;
  const body = useCurrentInSight(state.agenda.current);
  const edits = managing && view === 'edit';
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
      {edits ? (
        <AgendaEditor />
      ) : (
        <ScrollFrame ref={body} className={styles.body} labelledBy="agenda-title">
          {rows.length === 0 ? <p className={styles.empty}>{text('agenda.empty')}</p> : null}
          <ol className={styles.rows}>
            {rows.map((row) => (
              <AgendaRowView key={row.item.id} row={row} wall={wall} zones={zones} />
            ))}
          </ol>
        </ScrollFrame>
      )}
      {rows.length === 0 ? null : <ProjectedEnd outlook={outlook} zones={zones} />}
    </section>
  );
}

/** Brings a new current item to the top of the panel, with the one before it as the place we come from. */
function useCurrentInSight(current: Id | null): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = body.current;
    const row = frame?.querySelector('[aria-current]')?.previousElementSibling;
    if (current === null || frame === null || !(row instanceof HTMLElement)) return;
    frame.scrollTop = row.offsetTop - frame.offsetTop;
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
  return (
    <p className={styles.foot}>
      <span>{text('agenda.end')}</span> <b>{time(outlook.end, zones.own.timeZone)}</b>{' '}
      {zones.meeting === null ? null : (
        <span>
          {text('agenda.endThere', { time: time(outlook.end, zones.meeting.timeZone), city: zones.meeting.place })}
        </span>
      )}{' '}
      <span className={styles.badge}>
        {late >= 1 ? <Badge tone="warn">{text('agenda.late', { minutes: late })}</Badge> : null}
        {late <= -1 ? <Badge tone="plain">{text('agenda.early', { minutes: -late })}</Badge> : null}
        {late === 0 ? <Badge tone="plain">{text('agenda.onTime')}</Badge> : null}
      </span>
    </p>
  );
}
