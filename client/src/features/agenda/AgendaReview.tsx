import { forecast } from '@track2/shared';
import { useMeeting, useWallNow } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { ScrollFrame } from '../../ui/ScrollFrame.tsx';
import styles from './AgendaReview.module.css';
import { type AgendaRow, agendaRows, writtenNumber } from './agendaRows.ts';
import { Kind } from './Kind.tsx';
import { useZones } from './useZones.ts';

/** After the meeting: the plan beside what came of it, item by item, in the reader's own time. */
export function AgendaReview() {
  const text = useText();
  const state = useMeeting((meeting) => meeting.state);
  const wall = useWallNow(60_000);
  const outlook = forecast(state, wall);
  const rows = agendaRows(state, outlook);
  const zones = useZones(wall, ...rows.map(({ start }) => start));
  const last = rows.at(-1);
  const { opened, adjourned, startsAt } = state.session;
  return (
    <ScrollFrame className={styles.frame} labelledBy="review-title">
      <table className={styles.table}>
        <caption id="review-title">
          {text('agenda.review.title')} <small>{text('agenda.zone', { meeting: zones.own.place })}</small>
        </caption>
        <thead>
          <tr>
            <th scope="col">{text('agenda.review.item')}</th>
            <th scope="col">{text('agenda.review.planned')}</th>
            <th scope="col">{text('agenda.review.actual')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ReviewRow key={row.item.id} row={row} timeZone={zones.own.timeZone} />
          ))}
        </tbody>
        {last === undefined || opened === null ? null : (
          <tfoot>
            <tr>
              <th scope="row">{text('agenda.review.total')}</th>
              <td>
                <Span start={startsAt} end={last.plannedEnd} timeZone={zones.own.timeZone} />
              </td>
              <td>
                <Span start={opened.wall} end={adjourned?.wall ?? wall} timeZone={zones.own.timeZone} />
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </ScrollFrame>
  );
}

function ReviewRow({ row, timeZone }: { row: AgendaRow; timeZone: string }) {
  const text = useText();
  const { item } = row;
  const { number } = useFormats();
  return (
    <tr>
      <th scope="row">
        {writtenNumber(row.number, number)} <Words of={item.title} />
        <small>
          <Kind item={item} />
        </small>
      </th>
      <td>
        <Span start={row.plannedStart} end={row.plannedEnd} timeZone={timeZone} />
      </td>
      <td>
        {item.started === null ? (
          text(item.status === 'skipped' ? 'agenda.review.skipped' : 'agenda.review.notHeld')
        ) : (
          <Span start={row.start} end={row.end} timeZone={timeZone} />
        )}
      </td>
    </tr>
  );
}

function Span({ start, end, timeZone }: { start: number; end: number; timeZone: string }) {
  const text = useText();
  const { time, duration } = useFormats();
  return (
    <>
      <span className={styles.span}>
        {text('agenda.review.span', { start: time(start, timeZone), end: time(end, timeZone) })}
      </span>
      <small>{duration(end - start)}</small>
    </>
  );
}
