import { currentItem, listOf, memberById, type SpeakersList } from '@track2/shared';
import type { ReactNode } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { SeatFrom, SeatName } from '../../meeting/SeatName.tsx';
import { useFormats, useText } from '../../text/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EntryRow } from './EntryRow.tsx';
import { ListSwitch } from './ListSwitch.tsx';
import { type ListGroups, listGroups, placeOf, seatsHeard } from './list.ts';
import css from './speakers.module.css';

/** The list of speakers of the current item: the same order for everybody, one's own place told, and the chair's acts. */
export function SpeakersPanel(): ReactNode {
  const text = useText();
  const managing = useManaging();
  const item = useMeeting((meeting) => currentItem(meeting.state));
  const list = useMeeting(({ state }) =>
    state.agenda.current === null ? undefined : listOf(state, state.agenda.current),
  );
  if (item === undefined) {
    return (
      <p className={css.empty}>
        <b>{text('speakers.noItem')}</b>
        {text('speakers.noItem.why')}
      </p>
    );
  }
  const groups = listGroups(list);
  const status = list?.status ?? 'closed';
  return (
    <>
      <div className={css.head}>
        <Badge tone={status === 'open' ? 'live' : 'plain'}>{text(`speakers.${status}`)}</Badge>
        {managing && (
          <span className={css.push}>
            <ListSwitch item={item.id} status={status} />
          </span>
        )}
      </div>
      <OwnPlace groups={groups} />
      <Queue groups={groups} status={status} />
      <Heard groups={groups} />
    </>
  );
}

function Queue({ groups, status }: { groups: ListGroups; status: SpeakersList['status'] }): ReactNode {
  const text = useText();
  if (groups.active.length + groups.waiting.length === 0) {
    return (
      <p className={css.empty}>
        <b>{text('speakers.empty')}</b>
        {text(`speakers.empty.${status}`)}
      </p>
    );
  }
  return (
    <ol className={css.list} aria-label={text('speakers.list')}>
      {groups.active.map((entry) => (
        <EntryRow key={entry.id} entry={entry} place={null} groups={groups} />
      ))}
      {groups.waiting.map(({ entry, place }) => (
        <EntryRow key={entry.id} entry={entry} place={place} groups={groups} />
      ))}
    </ol>
  );
}

function OwnPlace({ groups }: { groups: ListGroups }): ReactNode {
  const text = useText();
  const seat = useMeeting(({ state, me }) => memberById(state, me)?.seat);
  if (seat === undefined) return null;
  const active = groups.active.find((entry) => entry.seat === seat);
  const place = placeOf(groups, seat);
  if (active !== undefined) {
    return (
      <p className={css.place}>
        {text(active.status === 'called' ? 'speakers.placeCalled' : 'speakers.placeSpeaking')}
      </p>
    );
  }
  if (place === null) return null;
  return <p className={css.place}>{place === 1 ? text('speakers.placeNext') : text('speakers.place', { place })}</p>;
}

/** Who has spoken on the item, folded: the count says enough until somebody asks. */
function Heard({ groups }: { groups: ListGroups }): ReactNode {
  const text = useText();
  const formats = useFormats();
  if (groups.done.length === 0) return null;
  return (
    <details className={css.done}>
      <summary>{text('speakers.heard', { count: seatsHeard(groups) })}</summary>
      <ul className={css.list}>
        {groups.done.map((entry) => (
          <li key={entry.id}>
            <span>
              <SeatName seat={entry.seat} /> <SeatFrom seat={entry.seat} />
            </span>
            <span>{formats.clock(entry.usedMs)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
