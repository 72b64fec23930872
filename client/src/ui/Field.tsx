import { type HTMLInputTypeAttribute, useId } from 'react';
import styles from './Field.module.css';

type Props = {
  label: string;
  value: string;
  onChange(value: string): void;
  /** What to give. */
  hint?: string | null;
  /** What is wrong and what to give instead. */
  error?: string | null;
  multiline?: boolean;
  type?: HTMLInputTypeAttribute;
  inputMode?: 'text' | 'numeric';
  autoFocus?: boolean;
  maxLength?: number;
  placeholder?: string;
  /** The language that the text is in, where it is not the page's. */
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
};

/** Where a person writes: label above, hint or error below. */
export function Field({ label, value, onChange, hint = null, error = null, multiline = false, ...rest }: Props) {
  const id = useId();
  const shared = {
    ...rest,
    id,
    className: styles.input,
    value,
    dir: rest.dir ?? 'auto',
    'aria-invalid': error === null ? undefined : true,
    'aria-describedby': error === null && hint === null ? undefined : `${id}-more`,
  };
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {multiline ? (
        <textarea {...shared} rows={4} onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input {...shared} onChange={(event) => onChange(event.currentTarget.value)} />
      )}
      {error === null && hint === null ? null : (
        <span id={`${id}-more`} className={error === null ? styles.hint : styles.error}>
          {error ?? hint}
        </span>
      )}
    </div>
  );
}
