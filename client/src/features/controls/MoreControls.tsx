import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useText } from '../../text/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './MoreControls.module.css';

/** The controls that a narrow bar has no room for, one below the other. */
export function MoreControls({ children }: { children: ReactNode }) {
  const text = useText();
  return (
    <DialogTrigger>
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
