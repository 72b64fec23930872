import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import type { Urgency } from './LiveRegion.tsx';
import styles from './Notice.module.css';

export type NoticeTone = 'plain' | 'accent' | 'warn' | 'over' | 'conf';

const icons: Readonly<Record<NoticeTone, IconName>> = {
  plain: 'info',
  accent: 'info',
  warn: 'warning',
  over: 'warning',
  conf: 'lock',
};

const roles: Readonly<Record<Urgency, string>> = { polite: 'status', assertive: 'alert' };

type Props = {
  tone?: NoticeTone;
  children: ReactNode;
  /** Whether it is read out by itself when it comes: at once, or when the reader pauses. */
  spoken?: Urgency;
};

/** Something to know or to settle; it stays until it is settled. */
export function Notice({ tone = 'plain', children, spoken }: Props) {
  return (
    <div className={styles.notice} data-tone={tone} role={spoken === undefined ? undefined : roles[spoken]}>
      <Icon name={icons[tone]} />
      <div className={styles.body}>{children}</div>
    </div>
  );
}
