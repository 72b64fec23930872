import type { ReactNode } from 'react';
import { Heading, Dialog as Inner, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../text/index.ts';
import { IconButton } from './Button.tsx';
import styles from './Dialog.module.css';

type Props = {
  title: string;
  onClose(): void;
  children: ReactNode;
  size?: 'base' | 'wide';
};

/** A question in front of the page, shown as long as it is rendered. Escape and a press beside it close it. */
export function Dialog({ title, onClose, children, size = 'base' }: Props) {
  const text = useText();
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.modal ?? ''} data-size={size}>
        <Inner className={styles.dialog ?? ''}>
          <div className={styles.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="close" label={text('common.close')} onPress={onClose} />
          </div>
          <div className={styles.body}>{children}</div>
        </Inner>
      </Modal>
    </ModalOverlay>
  );
}
