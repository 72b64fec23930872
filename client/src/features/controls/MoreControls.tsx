import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useText } from '../../text/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './MoreControls.module.css';

type Props = { open: boolean; onOpenChange: (open: boolean) => void; children: ReactNode };

/** The controls that a narrow bar has no room for, one below the other. */
export function MoreControls({ open, onOpenChange, children }: Props) {
  const text = useText();
  return (
    <DialogTrigger isOpen={open} onOpenChange={onOpenChange}>
      <Button className={styles.trigger ?? ''} aria-label={text('controls.more')}>
        <Icon name="more" />
      </Button>
      <Popover className={styles.popover ?? ''} placement="top end">
        <Dialog className={styles.list ?? ''} aria-label={text('controls.more')}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
