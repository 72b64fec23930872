import type { Id, QueueEntry, SpeakersList } from '@track2/shared';
import { useEffect, useRef, useState } from 'react';
import { goneSince } from './list.ts';

/** For how long who left the list keeps a line in it, in milliseconds. */
const SHOWN_MS = 10_000;

const statuses = (list: SpeakersList | undefined): Map<Id, QueueEntry['status']> =>
  new Map(list?.entries.map(({ id, status }) => [id, status]));

/** Who has left the list just now without speaking, so that nobody is gone between two looks. */
export function useJustGone(list: SpeakersList | undefined): readonly Id[] {
  const [gone, setGone] = useState<readonly Id[]>([]);
  const known = useRef(statuses(list));
  useEffect(() => {
    const left = goneSince(known.current, list?.entries ?? []);
    known.current = statuses(list);
    if (left.length === 0) return;
    setGone((others) => [...others, ...left]);
    // Not cleared with the effect: whoever left before the next change keeps the line for its whole time.
    setTimeout(() => setGone((others) => others.filter((id) => !left.includes(id))), SHOWN_MS);
  }, [list]);
  return gone;
}
