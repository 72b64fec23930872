import type { AgendaItem } from '@track2/shared';
import { useState } from 'react';
import type { Layout } from '../../ui/layout.ts';
import { type PanelName, panelFor } from './panels.ts';

/** Whether somebody is filling in something in the panels, which must not be taken from under the hands. */
const isWriting = (): boolean =>
  document.activeElement?.matches('#panels :is(input, textarea, select, [contenteditable])') === true;

/**
 * The panel in front. A new item brings its own forward, but not while the person writes in one; within an item the
 * person's choice stands.
 */
export function usePanel(item: AgendaItem | null, layout: Layout): [PanelName, (panel: PanelName) => void] {
  const [lead, setLead] = useState(item);
  const [chosen, choose] = useState<PanelName | null>(null);
  const panel = chosen ?? panelFor(lead, layout);
  // While drawing and not after it, as another panel in front would take away the field that is written in.
  if (item?.id !== lead?.id) {
    choose(isWriting() ? panel : null);
    setLead(item);
  }
  return [panel, choose];
}
