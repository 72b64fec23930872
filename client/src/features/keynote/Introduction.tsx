import type { ReactNode } from 'react';
import { StageFrom, StageName } from '../../meeting/StageName.tsx';
import { useLanguage, useText } from '../../text/index.ts';
import { pickWords } from '../../text/Words.tsx';
import css from './Introduction.module.css';
import type { Introduced } from './introduction.ts';

/** Who is about to speak: name, office, delegation, and the chair's words about the person. Takes the large place. */
export function Introduction({ of: { seat, words } }: { of: Introduced }): ReactNode {
  const text = useText();
  const picked = pickWords(words, useLanguage());
  if (picked === null) return null;
  return (
    <section className={css.introduction} aria-label={text('keynote.introduction.label')}>
      {seat !== null && <Speaker seat={seat} />}
      <p className={css.words} lang={picked.lang} dir={picked.dir}>
        {picked.text}
      </p>
    </section>
  );
}

function Speaker({ seat }: { seat: string }): ReactNode {
  return (
    <header>
      <h2>
        <StageName seat={seat} />
      </h2>
      <p className={css.from}>
        <StageFrom seat={seat} />
      </p>
    </header>
  );
}
