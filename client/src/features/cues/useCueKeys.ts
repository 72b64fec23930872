import type { Id } from '@track2/shared';
import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { useSend } from '../../connection/hooks.ts';
import { isTakenElsewhere } from '../../ui/keys.ts';
import { cueKinds } from './cues.ts';

/** The keys 1 to 7 send that turn its cues; null when they are off. Off while typing. */
export function useCueKeys(turn: Id | null): void {
  const act = useSend();
  useEffect(() => {
    if (turn === null) return;
    const send = (kind: (typeof cueKinds)[number]) => (event: KeyboardEvent) => {
      event.preventDefault();
      void act({ type: 'keynote.sendCue', turn, kind }); // a refusal is shown by the sender
    };
    const bindings = Object.fromEntries(cueKinds.map((kind, at) => [`Digit${at + 1}`, send(kind)]));
    return tinykeys(window, bindings, { ignore: isTakenElsewhere });
  }, [act, turn]);
}
