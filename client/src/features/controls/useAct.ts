import type { Command } from '@track2/shared';
import { useState } from 'react';
import { useSend } from '../../connection/hooks.ts';

/** Sends a command and tells whether its answer is still awaited. */
export function useAct(): { act: (command: Command) => void; busy: boolean } {
  const send = useSend();
  const [busy, setBusy] = useState(false);
  const act = async (command: Command): Promise<void> => {
    setBusy(true);
    await send(command);
    setBusy(false);
  };
  return { act: (command) => void act(command), busy };
}
