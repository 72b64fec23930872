import { type ReactNode, useId } from 'react';
import { Count } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import css from './questions.module.css';

type Props = { title: string; count: number; start?: 'open' | 'shut'; children: ReactNode };

/** A part of the panel that can be folded away, with what it holds told beside its name. */
export function Fold({ title, count, start = 'open', children }: Props): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <details className={css.fold} open={start === 'open'}>
        <summary>
          <Icon name="down" size="small" />
          <h3 id={id}>{title}</h3>
          <Count value={count} />
        </summary>
        <div className={css.section}>{children}</div>
      </details>
    </section>
  );
}
