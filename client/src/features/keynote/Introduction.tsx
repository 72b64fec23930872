import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { SeatName, seatPerson } from '../../meeting/SeatName.tsx';
import { useLanguage, useText } from '../../text/index.ts';
import { pickWords, Words } from '../../text/Words.tsx';
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
  const { office, delegation } = useMeeting((view) => seatPerson(view, seat));
  return (
    <header>
      <h2>
        <SeatName seat={seat} />
      </h2>
      <p className={css.from}>
        {office !== null && <bdi>{office}</bdi>}
        {delegation !== null && (
          <span>
            <Words of={delegation} />
          </span>
        )}
      </p>
    </header>
  );
}
