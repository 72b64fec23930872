import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Notice.module.css';

export type NoticeTone = 'plain' | 'accent' | 'warn' | 'over' | 'conf';

const icons: Readonly<Record<NoticeTone, IconName>> = {
  plain: 'info',
  accent: 'info',
  warn: 'warning',
  over: 'warning',
  conf: 'lock',
};

type Props = {
  tone?: NoticeTone;
  children: ReactNode;
  /** `alert` is read out at once, `status` when the reader pauses; without either nothing is read by itself. */
  role?: 'alert' | 'status';
};

/** Something to know or to settle; it stays until it is settled. */
export function Notice({ tone = 'plain', children, role }: Props) {
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      <Icon name={icons[tone]} />
      <div className={styles.body}>{children}</div>
    </div>
  );
}
