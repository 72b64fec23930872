import { type AgendaItem, itemTypes } from '@track2/shared';
import type { Layout } from '../../ui/layout.ts';

/** The panels of the rail. On a phone the agenda is the first of them; else it stands above or beside. */
export type PanelName = 'agenda' | 'questions' | 'speakers' | 'people';

/** What people look for during an item. */
export const leadOf = (item: Pick<AgendaItem, 'type'> | null): PanelName =>
  item === null ? 'agenda' : itemTypes[item.type].panel;

/** The panel that an item brings forward. Where the agenda leads and stands above already: the questions, else the people. */
export function panelFor(item: Pick<AgendaItem, 'type'> | null, layout: Layout): PanelName {
  const wanted = leadOf(item);
  if (wanted !== 'agenda' || layout === 'phone') return wanted;
  return item !== null && itemTypes[item.type].takesQuestions ? 'questions' : 'people';
}

/** The panels in the order of their tabs. */
export const panelsIn = (layout: Layout): readonly PanelName[] =>
  layout === 'phone' ? ['agenda', 'questions', 'speakers', 'people'] : ['questions', 'speakers', 'people'];
