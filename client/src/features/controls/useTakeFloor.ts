import type { Command } from '@track2/shared';
import { useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { setMicrophone } from '../../media/hooks.ts';
import { untilGranted } from './untilGranted.ts';

/**
 * Sends a command that takes the floor and, once this person holds a grant for it, states the intent to speak:
 * one press for both.
 */
export function useTakeFloor(): { take: (command: Command) => void; busy: boolean } {
  const act = useSend();
  const [busy, setBusy] = useState(false);
  const take = async (command: Command): Promise<void> => {
    setBusy(true);
    const answer = await act(command);
    if (answer.outcome === 'applied') {
      await untilGranted('microphone');
      setMicrophone(true);
    }
    setBusy(false);
  };
  return { take: (command) => void take(command), busy };
}
