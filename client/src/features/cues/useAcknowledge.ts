import { useCallback, useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { type ShownCue, shownCues } from './cues.ts';

/** Acknowledges all cues of a kind that is shown; one kind at a time, so that no press answers for a cue unread. */
export function useAcknowledge(): (shown: ShownCue) => Promise<void> {
  const act = useSend();
  const busy = useRef(false);
  return useCallback(
    async ({ cues }) => {
      if (busy.current) return;
      busy.current = true;
      await Promise.all(cues.map(({ id }) => act({ type: 'keynote.acknowledgeCue', cue: id }))); // useSend says what went wrong
      busy.current = false;
    },
    [act],
  );
}

const takesLetters = 'input, textarea, select, [contenteditable], [role="textbox"], [role="menu"], [role="listbox"]';

/** Whether a press repeats, or belongs to something that takes letters. The target may stand in another window. */
function isTakenElsewhere({ target, repeat, isComposing }: KeyboardEvent): boolean {
  if (repeat || isComposing) return true;
  return target !== null && 'closest' in target && (target as Element).closest(takesLetters) !== null;
}

/** One key of that window acknowledges the latest cue: by its position, so that it is the same on every keyboard. */
export function useAcknowledgeKey(keys: Window): void {
  const acknowledge = useAcknowledge();
  const [first] = useMeeting(({ state, me }) => shownCues(state, me));
  // Bound once; each press answers for what stands on the screen at that moment.
  const latest = useRef(first);
  useEffect(() => {
    latest.current = first;
  }, [first]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (latest.current === undefined) return;
      event.preventDefault();
      void acknowledge(latest.current); // answers are said by the sender
    };
    return tinykeys(keys, { KeyK: press }, { ignore: isTakenElsewhere });
  }, [keys, acknowledge]);
}
