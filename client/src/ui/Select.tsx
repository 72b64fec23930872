import { useId } from 'react';
import field from './Field.module.css';
import { Icon } from './Icon.tsx';
import styles from './Select.module.css';

type Props<T extends string> = {
  label: string;
  value: T;
  choices: readonly { id: T; label: string }[];
  onChange(value: T): void;
};

/** One of several: label above, the choice below. The browser's own, which every device knows how to operate. */
export function Select<T extends string>({ label, value, choices, onChange }: Props<T>) {
  const id = useId();
  return (
    <div className={field.field}>
      <label className={field.label} htmlFor={id}>
        {label}
      </label>
      <span className={styles.frame}>
        <select
          id={id}
          className={`${field.input} ${styles.select}`}
          value={value}
          onChange={({ currentTarget }) => {
            const choice = choices.find((one) => one.id === currentTarget.value);
            if (choice !== undefined) onChange(choice.id);
          }}
        >
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon name="down" size="small" />
      </span>
    </div>
  );
}
