import { type ReactNode, useContext, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { type LanguageCode, useUi } from '../ui/uiStore.ts';
import { type Extent, type Spoken, SpokenContext, WidenContext } from './index.ts';
import { type Catalogue, sayIn } from './sentences.ts';

type Load = () => Promise<Partial<Catalogue>>;

/** Only the words in use are loaded: those of one language, and before the meeting not those of the meeting. */
const catalogues: Readonly<Record<LanguageCode, Readonly<Record<Extent, Load>>>> = {
  en: {
    door: async () => (await import('./en/door.ts')).doorCatalogue,
    meeting: async () => (await import('./en/index.ts')).catalogue,
    whole: async () => ({
      ...(await import('./en/index.ts')).catalogue,
      ...(await import('./en/afterwards.ts')).afterwards,
    }),
  },
  fa: {
    door: async () => (await import('./fa/door.ts')).doorCatalogue,
    meeting: async () => (await import('./fa/index.ts')).catalogue,
    whole: async () => ({
      ...(await import('./fa/index.ts')).catalogue,
      ...(await import('./fa/afterwards.ts')).afterwards,
    }),
  },
};

/** Loads the words of a language. */
export async function speak(language: LanguageCode, extent: Extent = 'door'): Promise<Spoken> {
  return { language, extent, say: sayIn(language, await catalogues[language][extent]()) };
}

const directions: Readonly<Record<LanguageCode, 'ltr' | 'rtl'>> = { en: 'ltr', fa: 'rtl' };

/** Gives the words of the chosen language to everything below; the page keeps its old words until they are there. */
export function TextProvider({ first, children }: { first: Spoken; children: ReactNode }) {
  const wanted = useUi((ui) => ui.language);
  const [extent, widen] = useState(first.extent);
  const [spoken, setSpoken] = useState(first);
  useEffect(() => {
    if (spoken.language === wanted && spoken.extent === extent) return;
    let current = true;
    const load = async (): Promise<void> => {
      const loaded = await speak(wanted, extent);
      if (current) setSpoken(loaded);
    };
    void load(); // without the words the page stays as it is
    return () => {
      current = false;
    };
  }, [wanted, extent, spoken]);
  useEffect(() => {
    document.documentElement.lang = spoken.language;
    document.documentElement.dir = directions[spoken.language];
    document.title = spoken.say('app.name');
  }, [spoken]);
  return (
    <SpokenContext value={spoken}>
      <WidenContext value={widen}>
        <I18nProvider locale={spoken.language === 'fa' ? 'fa-IR' : 'en-GB'}>{children}</I18nProvider>
      </WidenContext>
    </SpokenContext>
  );
}

/** Shows what is below once the words of the meeting are there; the last of them come right after. */
export function MeetingWords({ children, fallback }: { children: ReactNode; fallback: ReactNode }) {
  const widen = useContext(WidenContext);
  const extent = useContext(SpokenContext)?.extent ?? 'door';
  const there = extent !== 'door';
  useEffect(() => widen(there ? 'whole' : 'meeting'), [widen, there]);
  return there ? children : fallback;
}
