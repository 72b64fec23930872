import type { ReactNode } from 'react';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useRosterText } from './useRosterText.ts';

/** That the chair is away, and taking the chair. */
export function ChairOfferNotice(): ReactNode {
  const text = useRosterText();
  return (
    <Notice tone="warn" spoken="assertive">
      <span>
        <b>{text('roster.chair.away')}</b> {text('roster.chair.why')}
      </span>{' '}
      <CommandButton command={{ type: 'roster.takeChair' }} label={text('roster.chair.take')} size="small" />
    </Notice>
  );
}
