import { useStore } from 'zustand';
import { useText } from '../text/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './MediaNotices.module.css';
import { mediaStore } from './mediaStore.ts';
import { mediaSession } from './session.ts';

/** Says what hinders sound and picture, and the one press that a browser may wait for. Nothing while all is well. */
export function MediaNotices() {
  const text = useText();
  const needsTap = useStore(mediaStore, (state) => state.needsTap);
  const problem = useStore(mediaStore, (state) => state.problem);
  return (
    <>
      {needsTap ? (
        <div className={styles.notice} role="alert">
          <p>
            <b>{text('media.tap.title')}</b> {text('media.tap.body')}
          </p>
          <Button variant="primary" onPress={() => mediaSession.tap()}>
            {text('media.tap.action')}
          </Button>
        </div>
      ) : null}
      {problem === null ? null : (
        <div className={styles.notice} role="alert">
          <p>{text(problem)}</p>
          <Button variant="quiet" onPress={() => mediaSession.dismissProblem()}>
            {text('common.close')}
          </Button>
        </div>
      )}
    </>
  );
}
