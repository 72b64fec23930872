import { type Command, decide, type Refusal } from '@track2/shared';
import { useStore } from 'zustand';
import { meetingTimeAt, wallTimeAt } from './clock.ts';
import { meetingStore } from './meetingStore.ts';
import { useMeeting } from './view.ts';

// Apart from the other hooks, so that who waits in the lobby loads no rules of what may be done inside.

/** Why the meeting would refuse a command now, by its own rules on the mirror; null when it would not. */
export function usePreview(command: Command | null): Refusal | null {
  const clock = useStore(meetingStore, (store) => store.clock);
  return useMeeting(({ state, me }) => {
    if (command === null || clock === null) return null;
    const moment = performance.now();
    const decision = decide(state, command, {
      now: meetingTimeAt(clock, moment),
      wall: wallTimeAt(clock, moment),
      actor: { kind: 'member', member: me },
      commandId: 'preview',
    });
    return 'refusal' in decision ? decision.refusal : null;
  });
}
