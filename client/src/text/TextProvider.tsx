import { type ReactNode, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { type LanguageCode, useUi } from '../ui/uiStore.ts';
import { type Spoken, SpokenContext } from './index.ts';
import { type Catalogue, sayIn } from './sentences.ts';

/** Only the words of the language in use are loaded. */
const catalogues: Readonly<Record<LanguageCode, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en/index.ts')).catalogue,
  fa: async () => (await import('./fa/index.ts')).catalogue,
};

/** Loads the words of a language. */
export async function speak(language: LanguageCode): Promise<Spoken> {
  return { language, say: sayIn(language, await catalogues[language]()) };
}

const directions: Readonly<Record<LanguageCode, 'ltr' | 'rtl'>> = { en: 'ltr', fa: 'rtl' };

/** Gives the words of the chosen language to everything below; the page keeps its old words until they are there. */
export function TextProvider({ first, children }: { first: Spoken; children: ReactNode }) {
  const wanted = useUi((ui) => ui.language);
  const [spoken, setSpoken] = useState(first);
  useEffect(() => {
    if (spoken.language === wanted) return;
    let current = true;
    const load = async (): Promise<void> => {
      const loaded = await speak(wanted);
      if (current) setSpoken(loaded);
    };
    void load(); // without the words the page stays in its language
    return () => {
      current = false;
    };
  }, [wanted, spoken]);
  useEffect(() => {
    document.documentElement.lang = spoken.language;
    document.documentElement.dir = directions[spoken.language];
    document.title = spoken.say('app.name');
  }, [spoken]);
  return (
    <SpokenContext value={spoken}>
      <I18nProvider locale={spoken.language === 'fa' ? 'fa-IR' : 'en-GB'}>{children}</I18nProvider>
    </SpokenContext>
  );
}
