import { useId } from 'react';
import { Button as AriaButton, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import styles from './ActionMenu.module.css';
import { Button, IconButton } from './Button.tsx';
import { Hint } from './Hint.tsx';
import { Icon, type IconName } from './Icon.tsx';

/** One line of a menu. */
export type MenuEntry = { id: string; label: string; onAction(): void };

/** Lines that belong together, with or without words above them. */
export type MenuGroup = { title: string | null; entries: readonly MenuEntry[] };

type Props = {
  /** The words on the button; with `icon` its accessible name. */
  label: string;
  icon?: IconName;
  sections: readonly MenuGroup[];
  /** Why it cannot be opened now. */
  refusal?: string | null;
};

/** A button that opens a menu of acts. */
export function ActionMenu({ label, icon, sections, refusal = null }: Props) {
  const hintId = useId();
  const filled = sections.filter((section) => section.entries.length > 0);
  if (refusal !== null) return <RefusedTrigger label={label} icon={icon} refusal={refusal} />;
  const trigger = (
    <AriaButton className={(icon === undefined ? styles.trigger : styles.iconTrigger) ?? ''} aria-label={label}>
      {icon === undefined ? label : <Icon name={icon} size="small" />}
      {icon === undefined ? <Icon name="down" size="small" /> : null}
    </AriaButton>
  );
  return (
    <MenuTrigger>
      {icon === undefined ? (
        trigger
      ) : (
        <Hint id={hintId} words={label}>
          {trigger}
        </Hint>
      )}
      <Popover className={styles.popover ?? ''}>
        <Menu className={styles.menu ?? ''} aria-label={label}>
          {filled.map((section) => (
            <MenuSection key={section.title ?? ''} className={styles.section ?? ''} aria-label={section.title ?? label}>
              {section.title === null ? null : <Header className={styles.title ?? ''}>{section.title}</Header>}
              {section.entries.map((entry) => (
                <MenuItem key={entry.id} id={entry.id} className={styles.item ?? ''} onAction={entry.onAction}>
                  {entry.label}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

const nothing = (): void => {};

function RefusedTrigger({ label, icon, refusal }: { label: string; icon: IconName | undefined; refusal: string }) {
  return icon === undefined ? (
    <Button refusal={refusal} size="small">
      {label}
    </Button>
  ) : (
    <IconButton icon={icon} label={label} size="small" refusal={refusal} onPress={nothing} />
  );
}
