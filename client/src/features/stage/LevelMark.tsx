import type { Id } from '@track2/shared';
import { useLevel } from '../../media/hooks.ts';
import styles from './LevelMark.module.css';

/** From how loud on each of the bars is lit. */
const steps = [0.05, 0.35, 0.65] as const;

/** How loud a member is heard now, as three bars: a glance tells an open microphone from one that is heard. */
export function LevelMark({ member }: { member: Id }) {
  const level = useLevel(member);
  return (
    <span className={styles.mark} aria-hidden="true">
      {steps.map((step) => (
        <i key={step} data-lit={level >= step || undefined} />
      ))}
    </span>
  );
}
