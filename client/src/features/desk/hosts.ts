import type { Series } from '@track2/shared';
import { pickWords } from '../../text/Words.tsx';
import type { FileWords } from './plan.ts';

const inviting: ReadonlySet<string> = new Set(['convener', 'host', 'coHost']);

/** Who invites, after the organisations of a series: in each language the names of those that do more than support. */
export function hostsOf(series: Series | undefined): FileWords {
  const hosts = (series?.organisations ?? []).filter(({ part }) => inviting.has(part));
  if (hosts.length === 0) return {};
  const listed = (language: 'en' | 'fa'): string =>
    new Intl.ListFormat(language).format(hosts.map(({ name }) => pickWords(name, language)?.text ?? ''));
  const spoken = (['en', 'fa'] as const).filter((language) => hosts.some(({ name }) => name[language] !== undefined));
  return Object.fromEntries(spoken.map((language) => [language, listed(language)]));
}
