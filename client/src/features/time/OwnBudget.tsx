import { useMeeting, useMeetingNow } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { delegationTime, ownDelegation } from './delegationTime.ts';
import styles from './time.module.css';

/** What the own delegation has spoken of its time, where it was given one. */
export function OwnBudget() {
  const text = useText();
  const { clock } = useFormats();
  const now = useMeetingNow(1000);
  const { state, me } = useMeeting((meeting) => meeting);
  const delegation = ownDelegation(state, me);
  if (delegation === null) return null;
  const { budgetMs, usedMs, leftMs, overMs } = delegationTime(state, delegation, now);
  if (budgetMs === null) return null;
  return (
    <p className={styles.own} data-over={overMs > 0 || undefined}>
      {text('time.ownLabel')} {text('time.own', { used: clock(usedMs), budget: clock(budgetMs) })}{' '}
      <b>{overMs > 0 ? text('time.over', { time: clock(overMs) }) : text('time.left', { time: clock(leftMs) })}</b>
    </p>
  );
}
