import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ChangeList } from './ChangeList.tsx';
import { changesOf } from './changes.ts';
import styles from './desk.module.css';
import { useDeskWords } from './deskWords.ts';
import planStyles from './plan.module.css';
import { planOf } from './plan.ts';
import type { Editing } from './usePlan.ts';

/** Says that others have saved the meeting meanwhile: what they changed, what is one's own, and how to go on. */
export function ChangedMeanwhile({ editing }: { editing: Editing }) {
  const say = useDeskWords();
  const { theirs, base, changes } = editing;
  if (theirs === null) return null;
  return (
    <Notice tone="warn" spoken="assertive">
      <div className={planStyles.meanwhile}>
        <h2>{say('plan.changed.title')}</h2>
        <p>{say('refusal.desk.changedMeanwhile')}</p>
        <div className={styles.columns}>
          <div>
            <h3>{say('plan.changed.theirs')}</h3>
            <ChangeList changes={changesOf(base, planOf(theirs))} />
          </div>
          <div>
            <h3>{say('plan.changed.mine')}</h3>
            <ChangeList changes={changes} />
          </div>
        </div>
        <div className={styles.acts}>
          <Button variant="primary" onPress={() => editing.takeTheirs('mine')}>
            {say('plan.changed.load')}
          </Button>
          <Button onPress={() => editing.takeTheirs('theirs')}>{say('plan.changed.discard')}</Button>
        </div>
      </div>
    </Notice>
  );
}
