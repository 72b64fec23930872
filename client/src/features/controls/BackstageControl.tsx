import { backstageRoles, isInRoom, memberById, seatById } from '@track2/shared';
import { useMeeting } from '../../meeting/hooks.ts';
import { usePreview } from '../../meeting/preview.ts';
import { useText } from '../../text/index.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { Control, type ControlProps } from './Control.tsx';
import { useAct } from './useAct.ts';

const command = { type: 'roster.goBackstage' } as const;

/** The way backstage, for those who may be there and are in the room; what they hold ends with it. */
export function BackstageControl(place: Pick<ControlProps, 'words' | 'room'>) {
  const text = useText();
  const offered = useMeeting(({ state, me }) => {
    const member = memberById(state, me);
    const role = member === undefined ? undefined : seatById(state, member.seat)?.role;
    return member !== undefined && isInRoom(member) && role !== undefined && backstageRoles.includes(role);
  });
  const refusal = useRefusalText()(usePreview(offered ? command : null));
  const { act, busy } = useAct();
  if (!offered) return null;
  return (
    <Control
      {...place}
      icon="backstage"
      look="plain"
      label={text('controls.goBackstage')}
      detail={text('controls.goBackstage.why')}
      refusal={refusal}
      busy={busy}
      onPress={() => act(command)}
    />
  );
}
