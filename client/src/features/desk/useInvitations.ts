import type { InvitationOutcome, Invitee } from '@track2/shared';
import { useState } from 'react';
import { showToast } from '../../ui/uiStore.ts';
import { invite, revoke } from './deskApi.ts';
import { useDeskWords } from './deskWords.ts';
import type { Editing } from './usePlan.ts';
import { useRequest } from './useRequest.ts';

export type By = 'mail' | 'hand';

/** A link that was handed out, for whom. */
export type Handed = Extract<InvitationOutcome, { outcome: 'handed' }> & { name: string };

/** What is asked before a link ends, or shown after one was made. */
export type AskingInvitation =
  | { kind: 'anew'; invitee: Invitee; by: By }
  | { kind: 'revoke'; invitee: Invitee }
  | { kind: 'handed'; links: readonly Handed[] };

/** The invitations of a meeting and what can be done with them. */
export type Inviting = {
  invitees: readonly Invitee[];
  /** Whether the platform sends mail. */
  mail: boolean;
  busy: boolean;
  /** Why nobody can be invited now, or null. */
  refusal: string | null;
  asking: AskingInvitation | null;
  ask(asking: AskingInvitation | null): void;
  invite(people: readonly Invitee[], by: By): Promise<void>;
  revoke(invitee: Invitee): Promise<void>;
};

export function useInvitations(editing: Editing, mail: boolean): Inviting {
  const say = useDeskWords();
  const { busy, request } = useRequest();
  const [asking, ask] = useState<AskingInvitation | null>(null);
  const { meeting, changes } = editing;
  const tell = (outcomes: readonly InvitationOutcome[], nameOf: (member: string) => string): void => {
    const mailed = outcomes.filter(({ outcome }) => outcome === 'mailed').length;
    if (mailed > 0) showToast(say('invite.mailed', { count: mailed }));
    for (const outcome of outcomes) {
      if (outcome.outcome !== 'failed') continue;
      const why = say(`invite.problem.${outcome.problem}`);
      showToast(say('invite.failed', { name: nameOf(outcome.member), why }), 'warn');
    }
  };
  const inviteAll = async (people: readonly Invitee[], by: By): Promise<void> => {
    const members = people.map(({ member }) => member);
    const reply = await request(() => invite(meeting.id, { members, by }));
    if (reply === null) return;
    const nameOf = (member: string): string => people.find((one) => one.member === member)?.name ?? '';
    const links = reply.invitations.flatMap((outcome) =>
      outcome.outcome === 'handed' ? [{ ...outcome, name: nameOf(outcome.member) }] : [],
    );
    tell(reply.invitations, nameOf);
    ask(links.length === 0 ? null : { kind: 'handed', links });
    await editing.look();
  };
  const revokeOne = async ({ member }: Invitee): Promise<void> => {
    if ((await request(() => revoke(meeting.id, [member]))) === null) return;
    ask(null);
    await editing.look();
  };
  const isOver = meeting.status === 'adjourned' || meeting.status === 'cancelled';
  const refusal = changes.length > 0 ? say('invite.saveFirst') : null;
  return {
    invitees: isOver ? [] : meeting.invitees,
    mail,
    busy,
    refusal: isOver ? say('invite.over') : refusal,
    asking,
    ask,
    invite: inviteAll,
    revoke: revokeOne,
  };
}
