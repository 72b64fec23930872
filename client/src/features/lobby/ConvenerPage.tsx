import type { ConvenerEntry } from '@track2/shared';
import { useFormats, useLanguage, useText } from '../../text/index.ts';
import { placeOfZone } from '../../text/places.ts';
import { Words } from '../../text/Words.tsx';
import { Badge } from '../../ui/Badge.tsx';
import styles from './ConvenerPage.module.css';
import { Message } from './Frame.tsx';

type Meeting = ConvenerEntry['meetings'][number];

/** What the convener's link opens: the meetings held here and how they stand, from outside. */
export function ConvenerPage({ meetings }: Pick<ConvenerEntry, 'meetings'>) {
  const text = useText();
  return (
    <Message title={text('entry.convener.title')} wide>
      <p>{text('entry.convener.text')}</p>
      {meetings.length === 0 ? <p>{text('entry.convener.none')}</p> : null}
      <ul className={styles.list}>
        {meetings.map((meeting) => (
          <Held key={meeting.id} meeting={meeting} />
        ))}
      </ul>
    </Message>
  );
}

function Held({ meeting: { title, hosts, startsAt, timeZone, status } }: { meeting: Meeting }) {
  const text = useText();
  const language = useLanguage();
  const { date, time } = useFormats();
  const planned = { time: time(startsAt, timeZone), city: placeOfZone(timeZone, language) };
  return (
    <li className={styles.meeting}>
      <h2>
        <Words of={title} />
      </h2>
      <p>
        <Words of={hosts} />
      </p>
      <p>{date(startsAt, timeZone)}</p>
      <Badge tone={status === 'open' ? 'live' : 'plain'}>
        {status === 'planned' ? text('entry.convener.planned', planned) : text(`entry.convener.${status}`)}
      </Badge>
    </li>
  );
}
