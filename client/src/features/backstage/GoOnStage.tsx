import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';

/** The own act into the room; until the chair has called, it says so. */
export function GoOnStage({ size = 'base' }: { size?: 'base' | 'large' }): ReactNode {
  const text = useText();
  return (
    <CommandButton
      command={{ type: 'roster.goOnStage' }}
      label={text('controls.goOnStage')}
      primary
      size={size}
      reason="below"
    />
  );
}
