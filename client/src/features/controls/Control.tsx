import { useId } from 'react';
import { Hint } from '../../ui/Hint.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import type { ShortcutIn } from '../../ui/shortcuts.ts';
import styles from './Control.module.css';

/** How a control of the bar looks: one `primary` in a view, `mine` for a place the person holds. */
export type ControlLook = 'plain' | 'framed' | 'primary' | 'mine' | 'danger';

export type ControlKey = ShortcutIn<'controls'>;

export type ControlProps = {
  icon: IconName;
  /** The state or the act. */
  label: string;
  /** The consequence. */
  detail: string;
  look?: ControlLook;
  /** Why it cannot be used now; takes the place of the consequence, and the control stays in the tab order. */
  refusal?: string | null;
  busy?: boolean;
  /** Where the words stand: beside the icon, or (in a narrow bar) above it on demand. */
  words?: 'beside' | 'above';
  /** Fills what the row leaves on a phone, or a line of its own in a menu. */
  room?: 'own' | 'grow' | 'line';
  /** The shortcut that presses it. */
  shortcut?: ControlKey;
  onPress: () => void;
};

/** A control of the bar in two lines: what it is, and what follows. */
export function Control(props: ControlProps) {
  const { icon, label, detail, look = 'framed', refusal = null, busy = false, words = 'beside', room = 'own' } = props;
  const hintId = useId();
  const above = words === 'above';
  const button = (
    <button
      type="button"
      className={styles.control}
      data-look={look}
      data-words={words}
      data-grow={room === 'grow' || undefined}
      data-shortcut={props.shortcut}
      data-wide={room === 'line' || undefined}
      aria-label={above ? label : undefined}
      aria-describedby={above ? hintId : undefined}
      aria-disabled={refusal !== null || busy || undefined}
      aria-busy={busy || undefined}
      onClick={() => {
        if (refusal === null && !busy) props.onPress();
      }}
    >
      <Icon name={icon} size="large" />
      {above ? null : (
        <span className={styles.words}>
          <b>{label}</b> <small>{refusal ?? detail}</small>
        </span>
      )}
    </button>
  );
  if (!above) return button;
  return (
    <Hint id={hintId} words={`${label}. ${refusal ?? detail}`}>
      {button}
    </Hint>
  );
}
