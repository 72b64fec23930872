import type { ReactNode } from 'react';
import { useUnread } from '../../lines/Lines.tsx';
import { openLines } from '../../lines/linesStore.ts';
import { useManaging } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Control, type ControlProps } from './Control.tsx';

type Props = Pick<ControlProps, 'words' | 'room'> & { onOpen?: () => void };

/** Writes to the chair, in private; for those who run the meeting what was written to them. */
export function LineControl({ onOpen, ...place }: Props): ReactNode {
  const text = useText();
  const managing = useManaging();
  const unread = useUnread();
  return (
    <Control
      {...place}
      icon="chat"
      look={unread > 0 ? 'mine' : 'plain'}
      label={text(managing ? 'controls.lines' : 'controls.line')}
      detail={unread > 0 ? text('controls.line.unread', { count: unread }) : text('controls.line.why')}
      onPress={() => {
        onOpen?.();
        openLines({ kind: 'all' });
      }}
    />
  );
}
