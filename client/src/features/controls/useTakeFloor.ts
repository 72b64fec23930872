import { type Command, mediaGrant } from '@track2/shared';
import { useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { setMicrophone } from '../../media/hooks.ts';
import { meetingStore } from '../../meeting/meetingStore.ts';

/**
 * Sends a command that takes the floor and, once this person holds a grant for it, states the intent to speak:
 * one press for both. The wait for the mirror is needed, because the answer to a command may come before the
 * envelope with the grant; an intent names the grant it is for.
 */
export function useTakeFloor(): { take: (command: Command) => void; busy: boolean } {
  const act = useSend();
  const [busy, setBusy] = useState(false);
  const take = async (command: Command): Promise<void> => {
    setBusy(true);
    const answer = await act(command);
    if (answer.outcome === 'applied') {
      await granted();
      setMicrophone(true);
    }
    setBusy(false);
  };
  return { take: (command) => void take(command), busy };
}

/** How long an applied command may take to show in the mirror before the person opens the microphone by hand. */
const WAIT_MS = 5000;

function holds(): boolean {
  const { meeting } = meetingStore.getState();
  return meeting !== null && mediaGrant(meeting.state, meeting.me).microphone !== null;
}

function granted(): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const stop = meetingStore.subscribe(() => {
      if (holds()) done();
    });
    const timer = setTimeout(done, WAIT_MS);
  });
}
