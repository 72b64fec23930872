import { holderOf, type Turn } from '@track2/shared';
import type { ReactNode } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useMeetingNow } from '../../meeting/hooks.ts';
import { SeatFrom, SeatName, useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { ActionMenu, type MenuEntry } from '../../ui/ActionMenu.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Clock } from '../floor/Clock.tsx';
import { FloorBadge } from '../floor/FloorBadge.tsx';
import { turnClock } from '../floor/turnClock.ts';
import { ScreenLeave } from '../screen/ScreenLeave.tsx';
import { extensionMs, pauseOrResume } from './chairActs.ts';
import css from './floorCard.module.css';
import { KeepAlone } from './TurnActs.tsx';
import { Yielded } from './TurnCard.tsx';

/** A turn beside the one that the room listens to, in one line: there may be many of them at once. */
export function TurnRow({ turn }: { turn: Turn }): ReactNode {
  const text = useText();
  const now = useMeetingNow(1000);
  const name = useSeatWords()(turn.seat);
  const end = text(turn.status.kind === 'called' ? 'chair.takeBack' : 'chair.endTurn');
  return (
    <div className={css.row}>
      <FloorBadge turn={turn} />
      <span className={css.rowName}>
        <b>
          <SeatName seat={turn.seat} member={holderOf(turn)} />
        </b>{' '}
        <SeatFrom seat={turn.seat} /> <Yielded turn={turn} />
      </span>
      <Clock clock={turnClock(turn, now)} warnMs={turn.warnMs} size="small" />
      <CommandButton
        command={{ type: 'floor.endTurn', turn: turn.id }}
        label={end}
        name={text('chair.named', { act: end, name })}
        size="small"
      />
      <KeepAlone turn={turn} keys={false} />
      <More turn={turn} name={name} />
      <ScreenLeave turn={turn} />
    </div>
  );
}

function More({ turn, name }: { turn: Turn; name: string }): ReactNode {
  const text = useText();
  const send = useSend();
  const pause = pauseOrResume(turn);
  const minutes = extensionMs / 60_000;
  const entries: (MenuEntry | null)[] = [
    pause === null
      ? null
      : {
          id: 'pause',
          label: text(turn.status.kind === 'paused' ? 'chair.resume' : 'chair.pause'),
          onAction: () => void send(pause),
        },
    {
      id: 'extend',
      label: text('chair.extend', { minutes }),
      onAction: () => void send({ type: 'floor.extend', turn: turn.id, byMs: extensionMs }),
    },
    {
      id: 'shorten',
      label: text('chair.shorten', { minutes }),
      onAction: () => void send({ type: 'floor.shorten', turn: turn.id, byMs: extensionMs }),
    },
  ];
  return (
    <ActionMenu
      label={text('speakers.more', { name })}
      icon="more"
      sections={[{ title: null, entries: entries.filter((each) => each !== null) }]}
    />
  );
}
