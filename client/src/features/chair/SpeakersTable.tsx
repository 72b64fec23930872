import { currentItem, listOf, type QueueEntry } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { SeatFrom, SeatName, useSeatWords } from '../../meeting/SeatName.tsx';
import { useFormats, useText } from '../../text/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { EntryMenu, MoveButtons } from '../speakers/EntryActs.tsx';
import { EntryTopic, EntryWhy } from '../speakers/EntryRow.tsx';
import { ListSwitch } from '../speakers/ListSwitch.tsx';
import { type ListGroups, listGroups, seatsHeard, usedBySeat } from '../speakers/list.ts';
import { upNext } from './chairActs.ts';
import page from './console.module.css';
import css from './speakersTable.module.css';

/** The list of speakers as a table: the same order that everybody sees, with the time each seat has used. */
export function SpeakersTable(): ReactNode {
  const text = useText();
  const item = useMeeting(({ state }) => currentItem(state));
  const list = useMeeting(({ state }) => (item === undefined ? undefined : listOf(state, item.id)));
  const groups = listGroups(list);
  const status = list?.status ?? 'closed';
  const heard = seatsHeard(groups);
  return (
    <>
      {item !== undefined && (
        <div className={css.tools}>
          <Badge tone={status === 'open' ? 'live' : 'plain'}>{text(`speakers.${status}`)}</Badge>
          {heard > 0 && <span className={page.quiet}>{text('speakers.heard', { count: heard })}</span>}
          <span className={page.push}>
            <ListSwitch item={item.id} status={status} />
          </span>
        </div>
      )}
      {item === undefined ? (
        <p className={css.none}>{text('speakers.noItem')}</p>
      ) : groups.active.length + groups.waiting.length === 0 ? (
        <p className={css.none}>{text('speakers.empty')}</p>
      ) : (
        <Table groups={groups} />
      )}
    </>
  );
}

function Table({ groups }: { groups: ListGroups }): ReactNode {
  const text = useText();
  const next = useMeeting(({ state }) => upNext(state)?.entry.id);
  return (
    <div className={css.tableWrap}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col" className={css.cellNumber}>
              {text('chair.table.number')}
            </th>
            <th scope="col">{text('chair.table.speaker')}</th>
            <th scope="col">{text('chair.table.topic')}</th>
            <th scope="col" className={css.cellUsed}>
              {text('chair.table.used')}
            </th>
            <th scope="col">
              <span className={css.spoken}>{text('chair.table.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.active.map((entry) => (
            <Row key={entry.id} entry={entry} place={null} groups={groups} look={entry.status} />
          ))}
          {groups.waiting.map(({ entry, place }) => (
            <Row
              key={entry.id}
              entry={entry}
              place={place}
              groups={groups}
              look={entry.id === next ? 'next' : entry.status}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: { entry: QueueEntry; place: number | null; groups: ListGroups; look: string }): ReactNode {
  const { entry, place, groups, look } = props;
  const text = useText();
  const formats = useFormats();
  const name = useSeatWords()(entry.seat);
  return (
    <tr data-state={look}>
      <td className={css.cellNumber}>{place === null ? '' : formats.number(place)}</td>
      <th scope="row" className={css.cellWho}>
        <b>
          <SeatName seat={entry.seat} />
        </b>{' '}
        <SeatFrom seat={entry.seat} />
      </th>
      <td className={css.cellTopic}>
        <EntryTopic entry={entry} className={undefined} />
        <EntryWhy entry={entry} />
      </td>
      <td className={css.cellUsed}>{formats.clock(usedBySeat(groups, entry.seat))}</td>
      <td className={css.cellActs}>
        {place !== null && (
          <span>
            <CommandButton
              command={{ type: 'speakers.call', entry: entry.id }}
              label={text('speakers.call')}
              name={text('speakers.callNamed', { name })}
              size="small"
            />
            <MoveButtons entry={entry} groups={groups} />
            <EntryMenu entry={entry} groups={groups} />
          </span>
        )}
      </td>
    </tr>
  );
}
