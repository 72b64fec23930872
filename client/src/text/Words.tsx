import { type AnyWords, pickWords } from '@track2/shared';
import { useLanguage } from './index.ts';

/** Words in the reader's language where they exist, else marked with the language they are in. */
export function Words({ of }: { of: AnyWords }) {
  const picked = pickWords(of, useLanguage());
  if (picked === null) return null;
  return (
    <bdi lang={picked.lang} dir={picked.dir}>
      {picked.text}
    </bdi>
  );
}

export { type AnyWords, directionOf, pickWords } from '@track2/shared';
