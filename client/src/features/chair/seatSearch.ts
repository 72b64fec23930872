import type { Id } from '@track2/shared';

// Persian and Arabic keyboards write ye and kaf with different letters; a search must not depend on them.
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replaceAll('\u200c', ' ')
    .toLocaleLowerCase();

/** The seats in whose words each word of the search occurs, in the order given; all of them for an empty search. */
export function seatsMatching(seats: readonly { seat: Id; words: readonly string[] }[], wanted: string): Id[] {
  const parts = folded(wanted).split(/\s+/u).filter(Boolean);
  return seats
    .filter(({ words }) => {
      const text = folded(words.join(' '));
      return parts.every((part) => text.includes(part));
    })
    .map(({ seat }) => seat);
}
