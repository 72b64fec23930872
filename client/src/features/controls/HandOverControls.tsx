import type { Id, Turn } from '@track2/shared';
import { useMeeting, usePerson } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Control, type ControlProps } from './Control.tsx';
import { useAct } from './useAct.ts';
import { useTakeFloor } from './useTakeFloor.ts';

type Props = Pick<ControlProps, 'words' | 'room'> & { turn: Turn; member: Id };

/** Gives the floor of the seat to another member of it; that one opens the microphone by an own act. */
export function HandOverControl({ turn, member, ...place }: Props) {
  const text = useText();
  const { name } = usePerson(member);
  const { act, busy } = useAct();
  return (
    <Control
      {...place}
      icon="move"
      label={text('controls.handOver', { name })}
      detail={text('controls.handOver.why')}
      busy={busy}
      onPress={() => act({ type: 'floor.handOver', turn: turn.id, member })}
    />
  );
}

/** Takes the floor of the own seat from the member who holds it, and opens the microphone: one press for both. */
export function TakeOverControl({ turn, member, ...place }: Props) {
  const text = useText();
  const { name } = usePerson(member);
  const me = useMeeting((view) => view.me);
  const { take, busy } = useTakeFloor();
  return (
    <Control
      {...place}
      icon="microphone"
      look="primary"
      label={text('controls.takeOver', { name })}
      detail={text('controls.takeOver.why')}
      busy={busy}
      onPress={() => take({ type: 'floor.handOver', turn: turn.id, member: me })}
    />
  );
}
