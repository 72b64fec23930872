import { type ReactNode, Suspense } from 'react';
import { useMeeting } from '../meeting/hooks.ts';
import { later } from '../ui/later.ts';
import { openLines, useLinesStore } from './linesStore.ts';
import { unreadIn } from './unread.ts';

const LinesDialog = later(async () => (await import('./LinesDialog.tsx')).LinesDialog);

/** How many lines of others this person has not had in front. */
export function useUnread(): number {
  const read = useLinesStore((store) => store.read);
  return useMeeting(({ state, me }) => unreadIn(state.lines.lines, me, read).length);
}

const close = (): void => openLines(null);

/** The window in which lines are read and written, while it is open. Stands once on a page. */
export function LinesWindow(): ReactNode {
  const open = useLinesStore((store) => store.open);
  if (open === null) return null;
  return (
    <Suspense>
      <LinesDialog open={open} onClose={close} />
    </Suspense>
  );
}
