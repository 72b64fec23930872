import { useSend } from '../../connection/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import { type KeyAct, keyCommand } from './chairActs.ts';

/** The keys of the console: next speaker, end turn, pause, one more minute, silence but for the floor. */
export function useConsoleKeys(): void {
  const act = useSend();
  const state = useMeeting((meeting) => meeting.state);
  const press = (name: KeyAct) => () => {
    const command = keyCommand(state, name);
    if (command !== null) void act(command); // a refusal is shown by the sender
  };
  useShortcuts('console', {
    next: press('next'),
    end: press('end'),
    pause: press('pause'),
    extend: press('extend'),
    moderate: press('moderate'),
  });
}
