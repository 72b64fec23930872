import type { Desk, MeetingCard, Series } from '@track2/shared';
import type { MouseEvent, ReactNode } from 'react';
import { useFormats } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { Count } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './desk.module.css';
import type { DeskProps } from './deskProps.ts';
import { useDeskWords } from './deskWords.ts';
import frame from './frame.module.css';
import { type Go, type Place, searchOf } from './place.ts';

const isSame = (one: Place, other: Place): boolean => searchOf(one) === searchOf(other);

type LinkProps = { to: Place; here: Place | null; go: Go; className?: string | undefined; children: ReactNode };

/** A way to another page of the desk; a real link, so that it can be opened in a tab of its own. */
export function DeskLink({ to, here, go, className, children }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a
      className={className}
      href={`/convener${searchOf(to)}`}
      aria-current={here !== null && isSame(here, to) ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}

/** The meetings of the desk by series, those of no series last. */
export const bySeries = ({ series, meetings }: Desk): { series: Series | null; meetings: MeetingCard[] }[] =>
  [...series, null].map((one) => ({
    series: one,
    meetings: meetings.filter((meeting) => meeting.series === (one?.id ?? null)),
  }));

/** The side of the desk: the series with their meetings and organisations, and the conveners. */
export function Side({ desk, go, place }: DeskProps & { place: Place }) {
  const say = useDeskWords();
  const link = { here: place, go };
  const groups = bySeries(desk).filter(({ series, meetings }) => series !== null || meetings.length > 0);
  return (
    <nav className={frame.side} aria-label={say('convene.navigation')}>
      <DeskLink {...link} to={{ at: 'overview' }}>
        <Icon name="calendar" />
        {say('convene.overview')}
      </DeskLink>
      <DeskLink {...link} to={{ at: 'conveners' }}>
        <Icon name="people" />
        {say('convene.conveners')}
      </DeskLink>
      <DeskLink {...link} to={{ at: 'newMeeting', copyOf: null }}>
        <Icon name="plus" />
        {say('convene.newMeeting')}
      </DeskLink>
      <DeskLink {...link} to={{ at: 'newSeries' }}>
        <Icon name="plus" />
        {say('convene.newSeries')}
      </DeskLink>
      {groups.map(({ series, meetings }) => (
        <section key={series?.id ?? ''}>
          <h2>
            {series === null ? (
              say('convene.noSeries')
            ) : (
              <DeskLink {...link} to={{ at: 'series', id: series.id }}>
                <Words of={series.title} />
              </DeskLink>
            )}
          </h2>
          {meetings.map((meeting) => (
            <MeetingLink key={meeting.id} meeting={meeting} {...link} />
          ))}
          {series === null ? null : <Organisations series={series} />}
        </section>
      ))}
    </nav>
  );
}

function MeetingLink({ meeting, here, go }: { meeting: MeetingCard; here: Place; go: Go }) {
  const { shortDate } = useShortDate();
  return (
    <DeskLink to={{ at: 'meeting', id: meeting.id }} here={here} go={go}>
      <span className={frame.cut}>
        <Words of={meeting.title} />
      </span>
      {meeting.attention > 0 ? <Count value={meeting.attention} tone="accent" /> : null}
      <span className={frame.day}>{shortDate(meeting)}</span>
    </DeskLink>
  );
}

/** A meeting's day, or what has become of it. */
function useShortDate() {
  const say = useDeskWords();
  const { day } = useFormats();
  return {
    shortDate: ({ status, startsAt, timeZone }: MeetingCard): string =>
      status === 'planned' || status === 'adjourned' ? day(startsAt, timeZone) : say(`convene.status.${status}`),
  };
}

function Organisations({ series }: { series: Series }) {
  const say = useDeskWords();
  return (
    <ul className={frame.organisations} aria-label={say('convene.organisations')}>
      {series.organisations.map(({ id, name, part }) => (
        <li key={id}>
          {series.logos[id] === undefined ? null : <img src={series.logos[id]} alt="" />}
          <span>
            <Words of={name} />
            <span className={styles.faint}>{say(`convene.part.${part}`)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
