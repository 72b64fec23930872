import type { RefObject } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import styles from './ActionMenu.module.css';
import type { MenuGroup } from './ActionMenu.tsx';

type Props = {
  /** The button that it hangs from, and that gets the focus back. */
  trigger: RefObject<HTMLButtonElement | null>;
  label: string;
  sections: readonly MenuGroup[];
  onClose(): void;
};

/** The lines of a menu that is open. Loaded with the first menu that somebody opens. */
export function MenuList({ trigger, label, sections, onClose }: Props) {
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      className={styles.popover ?? ''}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever opens a menu goes into it, as menu buttons have it */}
      <Menu className={styles.menu ?? ''} aria-label={label} autoFocus="first" onClose={onClose}>
        {sections.map((section) => (
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
  );
}
