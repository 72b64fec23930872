import type { AgendaItem } from '@track2/shared';
import { useLanguage, useText } from '../../text/index.ts';
import { pickWords } from '../../text/Words.tsx';

/** The kind of item, which a title such as "Break" says already. */
export function Kind({ item }: { item: AgendaItem }) {
  const text = useText();
  const kind = text(`agenda.type.${item.type}`);
  return pickWords(item.title, useLanguage())?.text === kind ? null : <span>{kind}</span>;
}
