import type { Turn } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { extensionMs, keepAlone } from './chairActs.ts';
import css from './floorCard.module.css';
import { Interrupt } from './Interrupt.tsx';
import { Key } from './Key.tsx';

/** Ends, stops, lengthens, shortens or interrupts a turn. `keys` shows the keys that do the same. */
export function TurnActs({ turn, keys }: { turn: Turn; keys: boolean }): ReactNode {
  const text = useText();
  const name = useSeatWords()(turn.seat);
  const called = turn.status.kind === 'called';
  const paused = turn.status.kind === 'paused';
  const end = text(called ? 'chair.takeBack' : 'chair.endTurn');
  const pause = text(paused ? 'chair.resume' : 'chair.pause');
  const extend = text('chair.extend', { minutes: extensionMs / 60_000 });
  const shorten = text('chair.shorten', { minutes: extensionMs / 60_000 });
  return (
    <div className={css.acts}>
      <CommandButton
        command={{ type: 'floor.endTurn', turn: turn.id }}
        icon="stop"
        label={end}
        name={text('chair.named', { act: end, name })}
        after={keys ? <Key act="end" /> : null}
        size="small"
      />
      <CommandButton
        command={{ type: paused ? 'floor.resume' : 'floor.pause', turn: turn.id }}
        icon={paused ? 'play' : 'pause'}
        label={pause}
        name={text('chair.named', { act: pause, name })}
        after={keys ? <Key act="pause" /> : null}
        size="small"
      />
      <CommandButton
        command={{ type: 'floor.extend', turn: turn.id, byMs: extensionMs }}
        label={extend}
        name={text('chair.named', { act: extend, name })}
        after={keys ? <Key act="extend" /> : null}
        size="small"
      />
      <CommandButton
        command={{ type: 'floor.shorten', turn: turn.id, byMs: extensionMs }}
        label={shorten}
        name={text('chair.named', { act: shorten, name })}
        size="small"
      />
      <Interrupt turn={turn} />
      <KeepAlone turn={turn} keys={keys} />
    </div>
  );
}

/** Closes every other microphone and goes back to one speaker at a time, in one press. */
export function KeepAlone({ turn, keys }: { turn: Turn; keys: boolean }): ReactNode {
  const text = useText();
  const name = useSeatWords()(turn.seat);
  const command = useMeeting(({ state }) => keepAlone(state, turn));
  if (command === null) return null;
  return (
    <CommandButton
      command={command}
      icon="microphoneOff"
      label={text('chair.keep')}
      name={text('chair.keepNamed', { name })}
      after={keys ? <Key act="moderate" /> : null}
      size="small"
    />
  );
}
