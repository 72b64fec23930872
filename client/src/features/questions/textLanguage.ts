/** The languages a question can be marked with: those of the ten delegations, and of the interface. */
export const questionLanguages = ['en', 'fa', 'fa-AF', 'ps', 'ur', 'ru', 'ky', 'de', 'hi', 'zh', 'no'] as const;
export type QuestionLanguage = (typeof questionLanguages)[number];

const scripts: readonly { script: RegExp; languages: readonly QuestionLanguage[] }[] = [
  { script: /\p{Script=Arabic}/u, languages: ['fa', 'fa-AF', 'ps', 'ur'] },
  { script: /\p{Script=Cyrillic}/u, languages: ['ru', 'ky'] },
  { script: /\p{Script=Devanagari}/u, languages: ['hi'] },
  { script: /\p{Script=Han}/u, languages: ['zh'] },
  { script: /\p{Script=Latin}/u, languages: ['en', 'de', 'no'] },
];

/**
 * The language a text is most likely in: judged by its first letter, and by the language of the interface where
 * one script serves several. The person can always choose another.
 */
export function languageOfText(text: string, interfaceLanguage: QuestionLanguage): QuestionLanguage {
  const letter = text.match(/\p{L}/u)?.[0];
  const found = letter === undefined ? undefined : scripts.find(({ script }) => script.test(letter));
  const [first] = found?.languages ?? [];
  if (found === undefined || first === undefined) return interfaceLanguage;
  return found.languages.includes(interfaceLanguage) ? interfaceLanguage : first;
}
