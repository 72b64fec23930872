import { useStore } from 'zustand';
import { useText } from '../text/index.ts';
import { Button } from '../ui/Button.tsx';
import { mediaStore } from './mediaStore.ts';
import { mediaSession } from './session.ts';
import styles from './TapToHear.module.css';

/** Says that the browser holds the sound back, with the one press it waits for. Nothing when it does not. */
export function TapToHear() {
  const text = useText();
  const needsTap = useStore(mediaStore, (state) => state.needsTap);
  if (!needsTap) return null;
  return (
    <div className={styles.notice} role="alert">
      <p>
        <b>{text('media.tap.title')}</b> {text('media.tap.body')}
      </p>
      <Button variant="primary" onPress={() => mediaSession.tap()}>
        {text('media.tap.action')}
      </Button>
    </div>
  );
}
