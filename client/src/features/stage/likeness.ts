/** The letters that stand for a person without a picture: the first of the first and of the last word. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  const letters = ends.map((word) => word?.match(/\p{L}\p{M}*/u)?.[0] ?? '').join(' ');
  // Letters of Arabic script would join to a word: a zero-width non-joiner keeps them apart.
  const between = /\p{Script=Arabic}/u.test(letters) ? '\u200c' : '';
  return letters.replace(' ', between).toLocaleUpperCase();
}

/** One of the six quiet backgrounds of a tile, the same for a seat all through the meeting. */
export function toneOf(seat: string): string {
  let sum = 0;
  for (const letter of seat) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return String((sum % 6) + 1);
}
