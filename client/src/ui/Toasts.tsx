import { useEffect } from 'react';
import { useText } from '../text/index.ts';
import { Icon } from './Icon.tsx';
import { announce } from './LiveRegion.tsx';
import styles from './Toasts.module.css';
import { dismissToast, type ToastMessage, useUi } from './uiStore.ts';

/** Long enough to read two sentences twice. */
const STAYS_MS = 10_000;

/** Short messages above the controls. Each is read out, and leaves by itself or at a press. */
export function Toasts() {
  const text = useText();
  const toasts = useUi((ui) => ui.toasts);
  return (
    <section className={styles.region} aria-label={text('common.notices')} data-react-aria-top-layer="true">
      {toasts.map((toast) => (
        <Toast key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function Toast({ toast }: { toast: ToastMessage }) {
  const text = useText();
  useEffect(() => {
    announce(toast.sentence, toast.tone === 'over' ? 'assertive' : 'polite');
    const timer = setTimeout(() => dismissToast(toast.id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div className={styles.toast}>
      <Icon name={toast.tone === 'info' ? 'info' : 'warning'} />
      <p dir="auto">{toast.sentence}</p>
      <button
        type="button"
        className={styles.dismiss}
        aria-label={text('common.dismiss')}
        onClick={() => dismissToast(toast.id)}
      >
        <Icon name="close" size="small" />
      </button>
    </div>
  );
}
