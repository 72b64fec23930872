import { Suspense, useId, useRef, useState } from 'react';
import styles from './ActionMenu.module.css';
import { Button, IconButton } from './Button.tsx';
import { Hint } from './Hint.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { later } from './later.ts';

const MenuList = later(async () => (await import('./MenuList.tsx')).MenuList);

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
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const filled = sections.filter((section) => section.entries.length > 0);
  if (refusal !== null) return <RefusedTrigger label={label} icon={icon} refusal={refusal} />;
  const trigger = (
    <button
      ref={button}
      type="button"
      className={icon === undefined ? styles.trigger : styles.iconTrigger}
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={open}
      onClick={() => setOpen(true)}
      onKeyDown={({ key }) => {
        if (key === 'ArrowDown' || key === 'ArrowUp') setOpen(true);
      }}
    >
      {icon === undefined ? label : <Icon name={icon} size="small" />}
      {icon === undefined ? <Icon name="down" size="small" /> : null}
    </button>
  );
  return (
    <>
      {icon === undefined ? (
        trigger
      ) : (
        <Hint id={hintId} words={label}>
          {trigger}
        </Hint>
      )}
      {open && (
        <Suspense>
          <MenuList trigger={button} label={label} sections={filled} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
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
