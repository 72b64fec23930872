import { type ReactNode, Suspense, useRef } from 'react';
import { useText } from '../../text/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { later } from '../../ui/later.ts';
import styles from './MoreControls.module.css';

const MoreSheet = later(async () => (await import('./MoreSheet.tsx')).MoreSheet);

type Props = { open: boolean; onOpenChange: (open: boolean) => void; children: ReactNode };

/** The controls that a narrow bar has no room for, one below the other. */
export function MoreControls({ open, onOpenChange, children }: Props) {
  const text = useText();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.trigger}
        aria-label={text('controls.more')}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => onOpenChange(!open)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <Suspense>
          <MoreSheet trigger={button} label={text('controls.more')} onOpenChange={onOpenChange}>
            {children}
          </MoreSheet>
        </Suspense>
      )}
    </>
  );
}
