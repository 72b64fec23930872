import type { Command, Refusal } from '@track2/shared';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { untilLoaded } from '../ui/later.ts';
import { meetingTimeAt, wallTimeAt } from './clock.ts';
import { meetingStore } from './meetingStore.ts';
import { useMeeting } from './view.ts';

// Apart from the other hooks, so that who waits in the lobby loads no rules of what may be done inside.

type Decide = typeof import('./decide.ts').decide;

/** The rules, once they are there. Until then nothing is refused beforehand; the meeting itself decides anyway. */
const rules = createStore<{ decide: Decide | null }>(() => ({ decide: null }));

async function loadRules(): Promise<void> {
  const { decide } = await untilLoaded(() => import('./decide.ts'));
  rules.setState({ decide });
}
void loadRules(); // tried until it succeeds

/** Why the meeting would refuse a command now, by its own rules on the mirror; null when it would not. */
export function usePreview(command: Command | null): Refusal | null {
  const clock = useStore(meetingStore, (store) => store.clock);
  const decide = useStore(rules, (store) => store.decide);
  return useMeeting(({ state, me }) => {
    if (command === null || clock === null || decide === null) return null;
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
