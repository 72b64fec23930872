import type { Id, Turn } from '@track2/shared';
import { useMeetingNow } from '../../meeting/hooks.ts';
import { usePreview } from '../../meeting/preview.ts';
import { useText } from '../../text/index.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { Control, type ControlProps } from './Control.tsx';
import { OpensDialog } from './OpensDialog.tsx';
import { useAct } from './useAct.ts';
import { useTakeFloor } from './useTakeFloor.ts';

type Place = Pick<ControlProps, 'words' | 'room'>;
type Props = Place & { turn: Turn };

/** Called: one press takes the floor and opens the microphone. */
export function TakeControl({ turn, answerBy, ...place }: Props & { answerBy: number }) {
  const text = useText();
  const left = Math.max(0, Math.ceil((answerBy - useMeetingNow(250)) / 1000));
  const { take, busy } = useTakeFloor();
  return (
    <Control
      {...place}
      shortcut="take"
      icon="microphone"
      look="primary"
      label={text('controls.called')}
      detail={text('controls.called.left', { seconds: left })}
      busy={busy}
      onPress={() => take({ type: 'floor.take', turn: turn.id })}
    />
  );
}

/** Called: lets the call pass. */
export function DeclineControl({ turn, ...place }: Props) {
  const text = useText();
  const { act, busy } = useAct();
  return (
    <Control
      {...place}
      icon="close"
      label={text('controls.decline')}
      detail={text('controls.decline.why')}
      busy={busy}
      onPress={() => act({ type: 'floor.decline', turn: turn.id })}
    />
  );
}

/** The connection was lost for too long: the turn waits until its holder takes the floor again. */
export function RetakeControl({ turn, ...place }: Props) {
  const text = useText();
  const command = { type: 'floor.take', turn: turn.id } as const;
  const refusal = useRefusalText()(usePreview(command));
  const { take, busy } = useTakeFloor();
  return (
    <Control
      {...place}
      shortcut="take"
      icon="microphone"
      look="primary"
      label={text('controls.suspended')}
      detail={text('controls.suspended.why')}
      refusal={refusal}
      busy={busy}
      onPress={() => take(command)}
    />
  );
}

/** Holding the floor: gives it back. */
export function EndTurnControl({ turn, ...place }: Props) {
  const text = useText();
  const { act, busy } = useAct();
  return (
    <Control
      {...place}
      icon="stop"
      label={text('controls.endTurn')}
      detail={text('controls.endTurn.why')}
      busy={busy}
      onPress={() => act({ type: 'floor.endTurn', turn: turn.id })}
    />
  );
}

/** Called in a tour de table: lets the own place go by, and can come back. */
export function PassControl({ entry, ...place }: Place & { entry: Id }) {
  const text = useText();
  const { act, busy } = useAct();
  return (
    <Control
      {...place}
      icon="later"
      label={text('speakers.pass')}
      detail={text('controls.pass.why')}
      busy={busy}
      onPress={() => act({ type: 'speakers.pass', entry })}
    />
  );
}

/** Holding the floor: gives what is left of the time to the chair, to questions or to another seat. */
export function YieldControl({ turn, ...place }: Props) {
  const text = useText();
  const refusal = useRefusalText()(usePreview({ type: 'floor.yield', turn: turn.id, to: { kind: 'chair' } }));
  return (
    <OpensDialog
      {...place}
      opens="yield"
      icon="later"
      label={text('controls.yield')}
      detail={text('controls.yield.why')}
      refusal={refusal}
    />
  );
}
