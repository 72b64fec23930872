import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useLanguage, useText } from '../../text/index.ts';
import { pickWords } from '../../text/Words.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { nextItem } from './chairActs.ts';

/** Starts the next item of the agenda, and with it ends the current one. Loud only while none is under way. */
export function StartNextItem({ size }: { size: 'small' | 'base' | 'large' }): ReactNode {
  const text = useText();
  const language = useLanguage();
  const next = useMeeting(({ state }) => nextItem(state));
  const loud = useMeeting(({ state }) => state.agenda.current === null && state.session.status === 'open');
  if (next === null) return null;
  const title = pickWords(next.title, language)?.text ?? text(`agenda.type.${next.type}`);
  return (
    <CommandButton
      command={{ type: 'agenda.startItem', item: next.id }}
      label={text('chair.startItem', { title })}
      variant={loud ? 'primary' : 'plain'}
      size={size}
    />
  );
}
