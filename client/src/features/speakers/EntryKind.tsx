import type { QueueEntry } from '@track2/shared';
import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { kindIcons } from './kinds.ts';
import css from './speakers.module.css';

/** What a request is for, in an icon and words; nothing for an intervention, which most are. */
export function EntryKind({ entry }: { entry: QueueEntry }): ReactNode {
  const text = useText();
  const { kind, category } = entry;
  if (kind === 'intervention') return null;
  return (
    <div className={css.kind}>
      <Icon name={kindIcons[kind]} size="small" />
      <span>
        {text(`speakers.kind.${kind}`)}
        {category !== null && `: ${text(`speakers.category.${category}`)}`}
      </span>
    </div>
  );
}
