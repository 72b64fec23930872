import { type ReactNode, useId } from 'react';
import { useText } from '../../text/index.ts';
import { Field } from '../../ui/Field.tsx';
import styles from './CompanyChoice.module.css';
import { answers, type CompanyDraft, MOST_COMPANY } from './company.ts';

type Props = { draft: CompanyDraft; onChange(draft: CompanyDraft): void; unfinished: boolean };

/** Asks who else is in the person's own room. Nobody has to answer. */
export function CompanyChoice({ draft, onChange, unfinished }: Props): ReactNode {
  const text = useText();
  const id = useId();
  return (
    <fieldset className={styles.company} aria-describedby={`${id}-why`}>
      <legend>{text('entry.company')}</legend>
      <p id={`${id}-why`}>{text('entry.company.why')}</p>
      <div className={styles.answers}>
        {answers.map((answer) => (
          <label key={answer} className={styles.answer}>
            <input
              type="radio"
              name={id}
              checked={draft.answer === answer}
              onChange={() => onChange({ ...draft, answer })}
            />
            {text(`entry.company.${answer}`)}
          </label>
        ))}
      </div>
      {draft.answer === 'accompanied' ? (
        <Field
          label={text('entry.company.by')}
          value={draft.by}
          maxLength={MOST_COMPANY}
          error={unfinished && draft.by.trim() === '' ? text('entry.company.byMissing') : null}
          onChange={(by) => onChange({ ...draft, by })}
        />
      ) : null}
    </fieldset>
  );
}
