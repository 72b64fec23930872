import { memberById, type QueueEntry } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { SeatFrom, SeatName } from '../../meeting/SeatName.tsx';
import { useFormats, useText } from '../../text/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { EntryKind } from './EntryKind.tsx';
import { entryNote } from './entryNote.ts';
import type { Line } from './list.ts';
import { OwnActs } from './OwnActs.tsx';
import css from './speakers.module.css';

/** Whether an entry is of the viewer's own seat. */
export const useIsMine = ({ seat }: QueueEntry): boolean =>
  useMeeting(({ state, me }) => memberById(state, me)?.seat === seat);

/** One request in the list as everybody reads it, with what its own seat can do about it. `last`: nobody is behind. */
export function EntryRow({ line, last }: { line: Line; last: boolean }): ReactNode {
  const { entry } = line;
  const mine = useIsMine(entry);
  return (
    <li
      className={css.entry}
      data-state={entry.status}
      data-kind={entry.kind}
      data-mine={mine ? '' : undefined}
      tabIndex={mine ? -1 : undefined}
    >
      <EntryWords line={line} mine={mine} />
      {mine && line.place !== null && <OwnActs entry={entry} last={last} />}
    </li>
  );
}

/** What a request says: its place, what it is for, who, what about, and how it stands. */
export function EntryWords({ line: { entry, place }, mine }: { line: Line; mine: boolean }): ReactNode {
  const text = useText();
  return (
    <>
      <Place place={place} entry={entry} />
      <div className={css.words}>
        <EntryKind entry={entry} />
        <div className={css.who}>
          <b>
            <SeatName seat={entry.seat} />
          </b>{' '}
          <SeatFrom seat={entry.seat} />
          {mine && <span> ({text('speakers.you')})</span>}
        </div>
        <EntryTopic entry={entry} className={css.topic} />
        <EntryWhy entry={entry} />
      </div>
    </>
  );
}

function Place({ place, entry }: { place: number | null; entry: QueueEntry }): ReactNode {
  const formats = useFormats();
  const active = entry.status === 'called' || entry.status === 'speaking';
  return (
    <span className={css.number}>
      {place !== null && formats.number(place)}
      {active && <Icon name={entry.status === 'speaking' ? 'microphone' : 'hand'} size="small" />}
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

const tones: Readonly<Record<string, string>> = { called: 'accent', speaking: 'live' };

/** Why an entry is not simply waiting: called, speaking, absent, moved by its own wish, out of reach, or gone. */
export function EntryWhy({ entry }: { entry: QueueEntry }): ReactNode {
  const text = useText();
  const note = useMeeting(({ state }) => entryNote(state, entry));
  if (note === null) return null;
  return (
    <div className={css.why} data-tone={tones[note] ?? 'past'}>
      {text(`speakers.status.${note}`)}
    </div>
  );
}
