import { Button, Select as Inner, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import field from './Field.module.css';
import { Icon } from './Icon.tsx';
import styles from './Select.module.css';

type Props<T extends string> = {
  label: string;
  value: T;
  choices: readonly { id: T; label: string }[];
  onChange(value: T): void;
};

/** One of several: label above, the choice on the button. */
export function Select<T extends string>({ label, value, choices, onChange }: Props<T>) {
  const chosen = choices.find(({ id }) => id === value);
  return (
    <Inner
      className={field.field ?? ''}
      selectedKey={value}
      onSelectionChange={(key) => {
        const choice = choices.find(({ id }) => id === key);
        if (choice !== undefined) onChange(choice.id);
      }}
    >
      <Label className={field.label ?? ''}>{label}</Label>
      <Button className={`${field.input} ${field.select}`}>
        <span>{chosen?.label}</span>
        <Icon name="down" size="small" />
      </Button>
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.list ?? ''}>
          {choices.map((choice) => (
            <ListBoxItem key={choice.id} id={choice.id} textValue={choice.label} className={styles.item ?? ''}>
              <span className={styles.words}>{choice.label}</span>
              <Icon name="check" size="small" />
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Inner>
  );
}
