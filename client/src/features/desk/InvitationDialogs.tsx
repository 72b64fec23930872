import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDeskWords } from './deskWords.ts';
import { HandOutDialog } from './HandOutDialog.tsx';
import type { Inviting } from './useInvitations.ts';

/** What is asked before a link ends, and the links that were made to be handed out. */
export function InvitationDialogs({ inviting }: { inviting: Inviting }) {
  const say = useDeskWords();
  const { asking, ask, busy } = inviting;
  const close = (): void => ask(null);
  if (asking === null) return null;
  if (asking.kind === 'handed') return <HandOutDialog links={asking.links} onClose={close} />;
  const { kind, invitee } = asking;
  const { name } = invitee;
  const go = (): void => {
    if (asking.kind === 'anew') void inviting.invite([invitee], asking.by);
    else void inviting.revoke(invitee);
  };
  return (
    <Dialog title={say(`invite.${kind}.title`, { name })} onClose={close}>
      <p>{say(`invite.${kind}.text`, { name })}</p>
      <Button variant={kind === 'revoke' ? 'danger' : 'primary'} busy={busy} onPress={go}>
        {say(`invite.${kind}.confirm`)}
      </Button>
      <Button onPress={close}>{say('convene.cancel')}</Button>
    </Dialog>
  );
}
