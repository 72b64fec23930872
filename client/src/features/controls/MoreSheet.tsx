import type { ReactNode, RefObject } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import styles from './MoreControls.module.css';

type Props = {
  /** The button that it hangs from, and that gets the focus back. */
  trigger: RefObject<HTMLButtonElement | null>;
  label: string;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
};

/** The controls that a narrow bar has no room for, opened. Loaded with the first opening. */
export function MoreSheet({ trigger, label, onOpenChange, children }: Props) {
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      className={styles.popover ?? ''}
      placement="top end"
      onOpenChange={onOpenChange}
    >
      <Dialog className={styles.list ?? ''} aria-label={label}>
        {children}
      </Dialog>
    </Popover>
  );
}
