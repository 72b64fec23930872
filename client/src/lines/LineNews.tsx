import { useEffect, useRef } from 'react';
import { useMeeting } from '../meeting/hooks.ts';
import { personIn } from '../meeting/view.ts';
import { useSpoken } from '../text/index.ts';
import { showToast } from '../ui/uiStore.ts';
import { useLinesStore } from './linesStore.ts';
import { useLinesText } from './useLinesText.ts';

/** Says that somebody has written, unless the lines are in front. Stands once on a page of the meeting. */
export function LineNews(): null {
  const text = useLinesText();
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
    for (const name of names) showToast(text('lines.say.from', { name }));
  }, [lines, open, view, reader, text]);
  return null;
}
