import type { MeetingCard, MeetingStatus } from '@track2/shared';
import { useFormats, useLanguage } from '../../text/index.ts';
import { placeOfZone } from '../../text/places.ts';
import { Words } from '../../text/Words.tsx';
import { Badge, type BadgeTone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './desk.module.css';
import type { DeskProps } from './deskProps.ts';
import { useDeskWords } from './deskWords.ts';
import type { Go } from './place.ts';
import { bySeries, DeskLink } from './Side.tsx';

/** All meetings by series, and where to begin when there is none. */
export function Overview({ desk, go }: DeskProps) {
  const say = useDeskWords();
  const groups = bySeries(desk).filter(({ series, meetings }) => series !== null || meetings.length > 0);
  return (
    <>
      <header className={styles.head}>
        <h1>{say('convene.desk')}</h1>
        <div className={styles.acts}>
          <Button onPress={() => go({ at: 'newSeries' })}>{say('convene.newSeries')}</Button>
          <Button variant="primary" onPress={() => go({ at: 'newMeeting', copyOf: null })}>
            {say('convene.newMeeting')}
          </Button>
        </div>
      </header>
      {desk.series.length === 0 ? <Empty kind="start" /> : null}
      {desk.meetings.length === 0 ? <Empty kind="none" /> : null}
      {groups.map(({ series, meetings }) => (
        <section key={series?.id ?? ''} className={styles.card}>
          <div className={styles.cardHead}>
            <h2>{series === null ? say('convene.noSeries') : <Words of={series.title} />}</h2>
            {series === null ? null : (
              <Button size="small" variant="quiet" onPress={() => go({ at: 'series', id: series.id })}>
                {say('convene.series.change')}
              </Button>
            )}
          </div>
          {meetings.length === 0 ? <p className={styles.empty}>{say('convene.none.title')}</p> : null}
          <ul>
            {meetings.map((meeting) => (
              <MeetingLine key={meeting.id} meeting={meeting} go={go} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Empty({ kind }: { kind: 'start' | 'none' }) {
  const say = useDeskWords();
  return (
    <section className={styles.hint}>
      <h2>{say(`convene.${kind}.title`)}</h2>
      <p>{say(`convene.${kind}.text`)}</p>
    </section>
  );
}

/** How loudly the state of a meeting is said. */
export const statusTones: Readonly<Record<MeetingStatus, BadgeTone>> = {
  planned: 'accent',
  open: 'live',
  adjourned: 'plain',
  cancelled: 'over',
};

function MeetingLine({ meeting, go }: { meeting: MeetingCard; go: Go }) {
  const say = useDeskWords();
  const language = useLanguage();
  const { date, time } = useFormats();
  const { id, title, startsAt, timeZone, status, people, invited, attention } = meeting;
  const start = { date: date(startsAt, timeZone), time: time(startsAt, timeZone) };
  return (
    <li className={styles.meeting}>
      <div className={styles.grow}>
        <h3>
          <DeskLink to={{ at: 'meeting', id }} here={null} go={go}>
            <Words of={title} />
          </DeskLink>
        </h3>
        <p className={styles.soft}>
          {say('convene.start.means', { ...start, city: placeOfZone(timeZone, language) })}{' '}
          {say('convene.card.invited', { invited, people })}
        </p>
      </div>
      {attention > 0 && status !== 'cancelled' && status !== 'adjourned' ? (
        <Badge tone="warn">{say('convene.card.attention', { count: attention })}</Badge>
      ) : null}
      <Badge tone={statusTones[status]}>{say(`convene.status.${status}`)}</Badge>
    </li>
  );
}
