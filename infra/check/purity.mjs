import { codeOnly, lineOf, sources } from './source.mjs';

const impure = [
  [/\bDate\b/g, 'reads a clock: take the time from the context'],
  [/\bMath\s*\.\s*random\b/g, 'is random: take ids and chance from the context'],
  [/\bthrow\b/g, 'throws: a refusal is a value'],
  [/\b(?:async|await)\b/g, 'waits: a decision is made at once'],
];

/** The meeting's core computes the same from the same, on the server, in the browser and in a replay. */
export function purityProblems(files) {
  return files.flatMap(({ path, text }) => {
    const code = codeOnly(text);
    return impure.flatMap(([pattern, problem]) =>
      [...code.matchAll(pattern)].map((match) => `${path}:${lineOf(code, match.index)}: "${match[0]}" ${problem}`),
    );
  });
}

export async function checkPurity() {
  const files = await sources('shared/src/meeting', /\.ts$/);
  return purityProblems(files.filter(({ path }) => !path.endsWith('.test.ts')));
}
