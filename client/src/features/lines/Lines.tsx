import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { personIn } from '../../meeting/view.ts';
import { useSpoken } from '../../text/index.ts';
import { later } from '../../ui/later.ts';
import { showToast } from '../../ui/uiStore.ts';
import { openLines, useLinesStore } from './linesStore.ts';
import { unreadIn } from './threads.ts';

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

/** Says that somebody has written, unless the lines are in front. Stands once on a page of the meeting. */
export function LineNews(): null {
  const reader = useSpoken();
  const view = useMeeting((meeting) => meeting);
  const open = useLinesStore((store) => store.open !== null);
  const { lines } = view.state.lines;
  const known = useRef(lines.length);
  useEffect(() => {
    const fresh = lines.slice(known.current).filter(({ from }) => from !== view.me);
    known.current = lines.length;
    if (open) return;
    const names = new Set(fresh.map(({ from }) => personIn(view, from, reader).name));
    for (const name of names) showToast(reader.say('controls.line.new', { name }));
  }, [lines, open, view, reader]);
  return null;
}
