import { type ReactNode, Suspense } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { isAtDoor } from '../../meeting/isAtDoor.ts';
import { later } from '../../ui/later.ts';

// Most of those who are inside let nobody in.
const AtDoor = later(async () => (await import('./AtDoor.tsx')).AtDoor);
const DoorDesk = later(async () => (await import('./DoorDesk.tsx')).DoorDesk);

/** Who waits before the door, for those who let in: as a card of the console, or within a panel. */
export function Door({ look }: { look: 'card' | 'panel' }): ReactNode {
  const there = useMeeting(({ state, me }) => isAtDoor(state, me));
  if (!there) return null;
  return (
    <Suspense>
      <AtDoor look={look} />
    </Suspense>
  );
}

/** The keys of the door, the news from it and its questions, wherever the person looks. Stands once on a page. */
export function DoorNews(): ReactNode {
  const there = useMeeting(({ state, me }) => isAtDoor(state, me));
  if (!there) return null;
  return (
    <Suspense>
      <DoorDesk />
    </Suspense>
  );
}
