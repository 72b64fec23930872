import { type ReactNode, useId } from 'react';
import { useText } from '../text/index.ts';
import styles from './Button.module.css';
import { Hint } from './Hint.tsx';
import { Icon, type IconName } from './Icon.tsx';

export type ButtonVariant = 'plain' | 'primary' | 'quiet' | 'danger' | 'live';
export type ButtonSize = 'small' | 'base' | 'large';

export type ButtonProps = {
  children: ReactNode;
  onPress?: () => void;
  type?: 'button' | 'submit';
  variant?: ButtonVariant;
  size?: ButtonSize;
  width?: 'own' | 'full';
  /** An answer is awaited: the button keeps its width and takes no press. */
  busy?: boolean;
  /** Why it cannot be used now. It stays in the tab order, says why, and takes no press. */
  refusal?: string | null;
  /** Whether the reason stands under the button for all to see, or comes up over it on focus and hover. */
  reason?: 'below' | 'hint';
  /** A name for screen readers where the visible words leave out what they are about. */
  name?: string | undefined;
  /** For one of several choices, or for what can be on: whether it is. */
  pressed?: boolean | undefined;
};

/** A button. One `primary` in a view. */
export function Button(props: ButtonProps) {
  const { variant = 'plain', size = 'base', width = 'own', busy = false, refusal = null, reason = 'hint' } = props;
  const text = useText();
  const reasonId = useId();
  const off = refusal !== null || busy;
  const button = (
    <button
      // A submit that is refused must not send its form.
      type={off ? 'button' : (props.type ?? 'button')}
      className={styles.button}
      data-variant={variant}
      data-size={size}
      data-width={width}
      aria-label={props.name}
      aria-pressed={props.pressed}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-describedby={refusal === null ? undefined : reasonId}
      onClick={() => {
        if (!off) props.onPress?.();
      }}
    >
      <span className={styles.words} data-busy={busy || undefined}>
        <span className={styles.given}>{props.children}</span>
        {busy ? <span>{text('common.sending')}</span> : null}
      </span>
    </button>
  );
  if (refusal === null) return button;
  if (reason === 'hint') {
    return (
      <Hint id={reasonId} words={refusal}>
        {button}
      </Hint>
    );
  }
  return (
    <span className={styles.refusable} data-width={width}>
      {button}
      <span className={styles.reason} id={reasonId}>
        {refusal}
      </span>
    </span>
  );
}

type IconButtonProps = {
  icon: IconName;
  /** The accessible name, shown as a hint too. */
  label: string;
  onPress(): void;
  size?: 'small' | 'base';
  pressed?: boolean;
  refusal?: string | null;
};

/** A button that is an icon alone; its name comes up over it. */
export function IconButton({ icon, label, onPress, size = 'base', pressed, refusal = null }: IconButtonProps) {
  const hintId = useId();
  return (
    <Hint id={hintId} words={refusal === null ? label : `${label}. ${refusal}`}>
      <button
        type="button"
        className={styles.iconButton}
        data-size={size}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={refusal === null ? undefined : true}
        aria-describedby={refusal === null ? undefined : hintId}
        onClick={() => {
          if (refusal === null) onPress();
        }}
      >
        <Icon name={icon} size={size === 'small' ? 'small' : 'base'} />
      </button>
    </Hint>
  );
}
