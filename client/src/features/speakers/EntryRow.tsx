import { memberById, type QueueEntry } from '@track2/shared';
import type { ReactNode } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { SeatFrom, SeatName } from '../../meeting/SeatName.tsx';
import { useFormats, useText } from '../../text/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { EntryActs } from './EntryActs.tsx';
import { entryNote } from './entryNote.ts';
import type { ListGroups } from './list.ts';
import css from './speakers.module.css';
import { WithdrawButton } from './WithdrawButton.tsx';

type Props = { entry: QueueEntry; place: number | null; groups: ListGroups };

/** One request in the list: its place, who, what about, and what the viewer can do with it. */
export function EntryRow({ entry, place, groups }: Props): ReactNode {
  const text = useText();
  const managing = useManaging();
  const mine = useMeeting(({ state, me }) => memberById(state, me)?.seat === entry.seat);
  return (
    <li className={css.entry} data-state={entry.status} data-mine={mine ? '' : undefined}>
      <Place place={place} entry={entry} />
      <div className={css.who}>
        <b>
          <SeatName seat={entry.seat} />
        </b>{' '}
        <SeatFrom seat={entry.seat} />
        {mine && <span> ({text('speakers.you')})</span>}
      </div>
      <EntryTopic entry={entry} className={css.topic} />
      <EntryWhy entry={entry} />
      {place !== null && managing && <EntryActs entry={entry} groups={groups} />}
      {place !== null && mine && !managing && (
        <div className={css.acts}>
          <WithdrawButton entry={entry} own />
        </div>
      )}
    </li>
  );
}

function Place({ place, entry }: { place: number | null; entry: QueueEntry }): ReactNode {
  const formats = useFormats();
  return (
    <span className={css.number}>
      {place === null ? (
        <Icon name={entry.status === 'speaking' ? 'microphone' : 'hand'} size="small" />
      ) : (
        formats.number(place)
      )}
    </span>
  );
}

/** The topic of a request, in the words and the direction of who asked. */
export function EntryTopic({ entry, className }: { entry: QueueEntry; className: string | undefined }): ReactNode {
  const { topic } = entry;
  if (topic === null || !('text' in topic)) return null;
  return (
    <div className={className}>
      <bdi dir="auto">{topic.text}</bdi>
    </div>
  );
}

const tones = { called: 'accent', speaking: 'live', absent: 'past', lost: 'past', away: 'past' } as const;

/** Why an entry is not simply waiting: called, speaking, absent, or out of reach. */
export function EntryWhy({ entry }: { entry: QueueEntry }): ReactNode {
  const text = useText();
  const note = useMeeting(({ state }) => entryNote(state, entry));
  if (note === null) return null;
  return (
    <div className={css.why} data-tone={tones[note]}>
      {text(`speakers.status.${note}`)}
    </div>
  );
}
