import type { CueKind, Id } from '@track2/shared';
import { useSend } from '../../connection/hooks.ts';
import { useShortcuts } from '../../ui/useShortcuts.ts';

/** The keys of the cues send them to that turn; null while there is none to send them to. */
export function useCueKeys(turn: Id | null): void {
  const act = useSend();
  const send = (kind: CueKind) => () => {
    if (turn !== null) void act({ type: 'keynote.sendCue', turn, kind }); // a refusal is shown by the sender
  };
  useShortcuts('cues', {
    fiveMinutes: send('fiveMinutes'),
    twoMinutes: send('twoMinutes'),
    wrapUp: send('wrapUp'),
    slower: send('slower'),
    closerToMicrophone: send('closerToMicrophone'),
    nextSlide: send('nextSlide'),
    questionComing: send('questionComing'),
  });
}
