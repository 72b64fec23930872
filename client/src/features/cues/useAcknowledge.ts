import { useCallback, useRef } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { useShortcuts } from '../../ui/useShortcuts.ts';
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

/** One key of that window acknowledges the latest cue. */
export function useAcknowledgeKey(keys: Window): void {
  const acknowledge = useAcknowledge();
  const [first] = useMeeting(({ state, me }) => shownCues(state, me));
  useShortcuts(
    'cue',
    {
      understood: () => {
        if (first !== undefined) void acknowledge(first); // answers are said by the sender
      },
    },
    keys,
  );
}
