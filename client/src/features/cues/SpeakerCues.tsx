import { useEffect, useRef } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useLanguage, useText } from '../../text/index.ts';
import { announce } from '../../ui/LiveRegion.tsx';
import { capOf, shortcuts } from '../../ui/shortcuts.ts';
import { useUi } from '../../ui/uiStore.ts';
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
  const cap = capOf(shortcuts.cue.understood, useLanguage());
  const key = useUi((ui) => (ui.shortcuts === 'on' ? cap : null));
  const shown = useMeeting(({ state, me }) => shownCues(state, me));
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const fresh = shown.find(({ cues }) => cues.some(({ id }) => !known.current.has(id)));
    known.current = new Set(shown.flatMap(({ cues }) => cues.map(({ id }) => id)));
    if (fresh === undefined) return;
    const cue = text(`cues.read.${fresh.kind}`);
    announce(key === null ? text('cues.say.plain', { cue }) : text('cues.say', { cue, key }), 'assertive');
  }, [shown, text, key]);
}
