import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ChangeList } from './ChangeList.tsx';
import styles from './desk.module.css';
import type { DeskTrouble } from './deskApi.ts';
import { useDeskWords, usePlainWords, useTroubleText } from './deskWords.ts';
import { Problems } from './Problems.tsx';
import planStyles from './plan.module.css';
import { itemsInOrder } from './plan.ts';
import type { Editing } from './usePlan.ts';

/** What is not saved yet, and the press that saves it; what was turned down of it. */
export function SaveBar({ editing, onSaved }: { editing: Editing; onSaved(): Promise<void> }) {
  const say = useDeskWords();
  const { changes, busy, trouble } = editing;
  if (changes.length === 0) return null;
  return (
    <section className={planStyles.saveBar} aria-label={say('plan.unsavedList')}>
      <details>
        <summary>{say('plan.unsaved', { count: changes.length })}</summary>
        <ChangeList changes={changes} />
      </details>
      <div className={styles.acts}>
        <Button onPress={editing.discard}>{say('plan.undo')}</Button>
        <Button variant="primary" busy={busy} onPress={() => void editing.save().then(onSaved)}>
          {say('plan.save')}
        </Button>
      </div>
      {changes.some(({ kind }) => kind === 'seatDropped') ? (
        <p className={styles.soft}>{say('plan.seat.dropHint')}</p>
      ) : null}
      {trouble === null || trouble.code === 'desk.changedMeanwhile' ? null : (
        <Notice tone="over" spoken="assertive">
          <TroubleOf editing={editing} trouble={trouble} />
        </Notice>
      )}
    </section>
  );
}

/** The sentence of what was turned down, with the names of what it is about instead of their keys. */
function TroubleOf({ editing, trouble }: { editing: Editing; trouble: DeskTrouble }) {
  const troubleText = useTroubleText();
  const plain = usePlainWords();
  const { file } = editing.base;
  if (trouble.code === 'desk.seatEntered') {
    const held = file.seats.find(({ id }) => id === trouble.seat)?.people[0]?.name;
    return troubleText({ ...trouble, seat: held ?? trouble.seat });
  }
  if (trouble.code === 'desk.itemHeld') {
    const title = itemsInOrder(file.agenda).find(({ item }) => item.id === trouble.item)?.item.title;
    return troubleText({ ...trouble, item: title === undefined ? trouble.item : plain(title) });
  }
  return (
    <div>
      <p>{troubleText(trouble)}</p>
      {trouble.code === 'desk.fileProblems' ? <Problems problems={trouble.problems} file={editing.plan.file} /> : null}
    </div>
  );
}
