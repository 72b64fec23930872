import type { ReactNode } from 'react';
import { useFormats } from '../text/index.ts';
import styles from './Badge.module.css';

export type BadgeTone = 'plain' | 'accent' | 'live' | 'warn' | 'over' | 'conf';

/** A word or two about the state of what it stands beside. */
export function Badge({ tone = 'plain', children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}

/** A number beside a title: a fact. Filled (`accent`) for the lobby alone, where somebody waits. */
export function Count({ value, tone = 'plain' }: { value: number; tone?: 'plain' | 'accent' }) {
  return (
    <span className={styles.count} data-tone={tone}>
      {useFormats().number(value)}
    </span>
  );
}
