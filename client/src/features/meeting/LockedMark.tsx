import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** That the meeting is locked, for as long as it is, for everybody to see. */
export function LockedMark(): ReactNode {
  const text = useText();
  const locked = useMeeting(({ state }) => state.roster.locked);
  if (!locked) return null;
  return (
    <Badge tone="conf">
      <Icon name="lock" size="small" />
      {text('meeting.locked')}
    </Badge>
  );
}
