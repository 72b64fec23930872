import { memberById, type Turn } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { type TextKey, useText } from '../../text/index.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import css from './floor.module.css';
import { isInterrupted } from './turnClock.ts';

type Look = { key: TextKey; icon: IconName; tone: 'live' | 'called' | 'still' | 'lost' };

/** The badge beside a name: green only while the room hears somebody. */
export function FloorBadge({ turn }: { turn: Turn }): ReactNode {
  const text = useText();
  const mine = useMeeting((meeting) => memberById(meeting.state, meeting.me)?.seat === turn.seat);
  const look = lookOf(turn, mine);
  return (
    <span className={css.badge} data-tone={look.tone}>
      <Icon name={look.icon} size="small" />
      {text(look.key)}
    </span>
  );
}

function lookOf(turn: Turn, mine: boolean): Look {
  switch (turn.status.kind) {
    case 'called':
      return { key: mine ? 'floor.badge.mineCalled' : 'floor.badge.called', icon: 'hand', tone: 'called' };
    case 'speaking':
      return { key: mine ? 'floor.badge.mine' : `floor.badge.${turn.purpose.kind}`, icon: 'microphone', tone: 'live' };
    case 'paused':
      return {
        key: isInterrupted(turn) ? 'floor.badge.interrupted' : 'floor.badge.paused',
        icon: 'pause',
        tone: 'still',
      };
    case 'lost':
      return { key: 'floor.badge.lost', icon: 'linkLost', tone: 'lost' };
    case 'suspended':
      return { key: 'floor.badge.suspended', icon: 'linkLost', tone: 'still' };
  }
}
