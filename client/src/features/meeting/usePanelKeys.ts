import { flushSync } from 'react-dom';
import type { Layout } from '../../ui/layout.ts';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import { type PanelName, panelsIn } from './panels.ts';

/** The keys that bring a panel to the front and the focus to it; the agenda has a place of its own but on a phone. */
export function usePanelKeys(layout: Layout, choose: (panel: PanelName) => void): void {
  const go = (panel: PanelName) => () => {
    const isTab = panelsIn(layout).includes(panel);
    // The tab has to be the chosen one before it can take the focus.
    if (isTab) flushSync(() => choose(panel));
    document.querySelector<HTMLElement>(isTab ? '#panels [role="tab"][aria-selected="true"]' : `#${panel}`)?.focus();
  };
  useShortcuts('table', {
    agenda: go('agenda'),
    questions: go('questions'),
    speakers: go('speakers'),
    people: go('people'),
  });
}
