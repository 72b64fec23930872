import { useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { isTakenElsewhere } from '../../ui/keys.ts';
import { type KeyAct, keyCommand } from './chairActs.ts';

// By the position of the key, so that they work on a Persian keyboard too.
const keys: Readonly<Record<string, KeyAct>> = {
  KeyN: 'next',
  KeyE: 'end',
  KeyP: 'pause',
  Equal: 'extend',
  'Shift+Equal': 'extend',
  NumpadAdd: 'extend',
};

/** The keys of the console: next speaker, end turn, pause, one more minute. Off while typing. */
export function useConsoleKeys(enabled: boolean): void {
  const act = useSend();
  const state = useMeeting((meeting) => meeting.state);
  // The keys are bound once; each press reads what stands on the screen at that moment.
  const latest = useRef({ act, state });
  useEffect(() => {
    latest.current = { act, state };
  }, [act, state]);
  useEffect(() => {
    if (!enabled) return;
    const press = (name: KeyAct) => (event: KeyboardEvent) => {
      const command = keyCommand(latest.current.state, name);
      if (command === null) return;
      event.preventDefault();
      void latest.current.act(command); // a refusal is shown by the sender
    };
    const bindings = Object.fromEntries(Object.entries(keys).map(([key, name]) => [key, press(name)]));
    return tinykeys(window, bindings, { ignore: isTakenElsewhere });
  }, [enabled]);
}
