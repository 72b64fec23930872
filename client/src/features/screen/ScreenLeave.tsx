import { holderOf, type Turn } from '@track2/shared';
import { type ReactNode, useEffect, useRef } from 'react';
import { useVideo } from '../../media/hooks.ts';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import css from './ScreenLeave.module.css';

/** The leave for a speaker's screen, for those who run the meeting: asked for, it is given or not; given, it is taken back. */
export function ScreenLeave({ turn }: { turn: Turn }): ReactNode {
  const mine = useMeeting(({ me }) => holderOf(turn) === me);
  // The own screen has its control, and needs nobody's leave.
  return turn.screen === 'none' || mine ? null : <Leave turn={turn} leave={turn.screen} />;
}

function Leave({ turn, leave }: { turn: Turn; leave: 'requested' | 'allowed' }): ReactNode {
  const text = useText();
  const name = useSeatWords()(turn.seat);
  const shown = useVideo(holderOf(turn) ?? '', 'screen') !== null;
  const step = leave === 'allowed' && shown ? 'shown' : leave;
  const asks = step === 'requested';
  const allow = text('screen.leave.allow');
  const deny = text(asks ? 'screen.leave.notNow' : shown ? 'screen.leave.end' : 'screen.leave.takeBack');
  return (
    <div className={css.leave} data-asks={asks || undefined}>
      <span className={css.words}>
        <Icon name="screen" size="small" />
        <bdi>{text(`screen.leave.${step}`, { name })}</bdi>
      </span>
      <span className={css.acts}>
        {asks && (
          <CommandButton
            command={{ type: 'floor.allowScreen', turn: turn.id }}
            label={allow}
            name={text('screen.leave.named', { act: allow, name })}
            size="small"
          />
        )}
        <CommandButton
          command={{ type: 'floor.denyScreen', turn: turn.id }}
          label={deny}
          name={text('screen.leave.named', { act: deny, name })}
          size="small"
        />
      </span>
    </div>
  );
}

/** The same for every screen that is asked for or allowed now, where the turns themselves have no card. */
export function ScreenLeaves(): ReactNode {
  const managing = useManaging();
  const turns = useMeeting(({ state }) => state.floor.turns);
  return managing ? turns.map((turn) => <ScreenLeave key={turn.id} turn={turn} />) : null;
}

/** Says to screen readers of those who run the meeting who asks to show a screen. */
export function ScreenNews(): null {
  const text = useText();
  const nameOf = useSeatWords();
  const managing = useManaging();
  const asking = useMeeting(({ state }) => state.floor.turns.find((turn) => turn.screen === 'requested'));
  const last = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (last.current === asking?.id) return;
    last.current = asking?.id;
    if (asking !== undefined && managing)
      announce(text('screen.leave.requested', { name: nameOf(asking.seat) }), 'polite');
  }, [asking, managing, nameOf, text]);
  return null;
}
