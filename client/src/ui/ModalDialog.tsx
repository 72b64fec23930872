import { Heading, Dialog as Inner, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../text/index.ts';
import { IconButton } from './Button.tsx';
import styles from './Dialog.module.css';
import type { DialogProps } from './Dialog.tsx';

/** The window of a dialog with its head. Loaded with the first dialog. */
export function ModalDialog({ title, onClose, children, size = 'base' }: DialogProps) {
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
