/** Languages in which people of such meetings are written to and read a rule. */
const tags = ['en', 'fa', 'fa-AF', 'ps', 'ar', 'ckb', 'de', 'es', 'fr', 'hi', 'ky', 'ru', 'tg', 'tr', 'ur', 'uz', 'zh'];

/** The name of a language in another. */
export const languageName = (tag: string, language: string): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;

/** Languages to choose from by their names, with the one that is chosen whatever it is. */
export const languageChoices = (language: string, chosen: string | undefined): { id: string; label: string }[] =>
  [...new Set([...(chosen === undefined ? [] : [chosen]), ...tags])]
    .map((id) => ({ id, label: languageName(id, language) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
