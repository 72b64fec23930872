import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './desk.module.css';
import type { DeskTrouble } from './deskApi.ts';
import { useDeskWords, useTroubleText } from './deskWords.ts';

/** What went wrong, and another try. */
export function Failed({ trouble, onAgain }: { trouble: DeskTrouble; onAgain(): Promise<void> }) {
  const say = useDeskWords();
  const troubleText = useTroubleText();
  return (
    <div className={styles.failed}>
      <Notice tone="over" spoken="assertive">
        {troubleText(trouble)}
      </Notice>
      <Button variant="primary" onPress={() => void onAgain()}>
        {say('convene.again')}
      </Button>
    </div>
  );
}
