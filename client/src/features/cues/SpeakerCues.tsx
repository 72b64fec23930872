import { useEffect, useRef } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { announce } from '../../ui/LiveRegion.tsx';
import { CueStack } from './CueStack.tsx';
import { shownCues } from './cues.ts';
import { useAcknowledgeKey } from './useAcknowledge.ts';

/** The cues for the seat that speaks, read out as they come and acknowledged with one key. Stands once on a page. */
export function SpeakerCues() {
  useAcknowledgeKey(window);
  useReadOut();
  return <CueStack />;
}

function useReadOut(): void {
  const text = useText();
  const shown = useMeeting(({ state, me }) => shownCues(state, me));
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const fresh = shown.find(({ cues }) => cues.some(({ id }) => !known.current.has(id)));
    known.current = new Set(shown.flatMap(({ cues }) => cues.map(({ id }) => id)));
    if (fresh === undefined) return;
    announce(text('cues.say', { cue: text(`cues.read.${fresh.kind}`), key: text('cues.cap') }), 'assertive');
  }, [shown, text]);
}
