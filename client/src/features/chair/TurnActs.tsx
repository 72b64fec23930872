import type { Turn } from '@track2/shared';
import type { ReactNode } from 'react';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { extensionMs } from './chairActs.ts';
import css from './console.module.css';
import { Key } from './Key.tsx';

/** Ends, stops or lengthens a turn. `keys` shows the keys that do the same. */
export function TurnActs({ turn, keys }: { turn: Turn; keys: boolean }): ReactNode {
  const text = useText();
  const name = useSeatWords()(turn.seat);
  const called = turn.status.kind === 'called';
  const paused = turn.status.kind === 'paused';
  return (
    <div className={css.acts}>
      <CommandButton
        command={{ type: 'floor.endTurn', turn: turn.id }}
        icon="stop"
        label={text(called ? 'chair.takeBack' : 'chair.endTurn')}
        name={text(called ? 'chair.takeBackNamed' : 'chair.endTurnNamed', { name })}
        after={keys ? <Key>E</Key> : null}
        size="small"
      />
      <CommandButton
        command={{ type: paused ? 'floor.resume' : 'floor.pause', turn: turn.id }}
        icon={paused ? 'play' : 'pause'}
        label={text(paused ? 'chair.resume' : 'chair.pause')}
        name={text(paused ? 'chair.resumeNamed' : 'chair.pauseNamed', { name })}
        after={keys ? <Key>P</Key> : null}
        size="small"
      />
      <CommandButton
        command={{ type: 'floor.extend', turn: turn.id, byMs: extensionMs }}
        label={text('chair.extend', { minutes: extensionMs / 60_000 })}
        name={text('chair.extendNamed', { name })}
        after={keys ? <Key>+</Key> : null}
        size="small"
      />
    </div>
  );
}
