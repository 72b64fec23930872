import type { EquipmentResult, Invitee } from '@track2/shared';
import type { BadgeTone } from '../../ui/Badge.tsx';
import type { DeskKey } from './deskWords.ts';

/** What the desk shows of something in a word or two; `at` is the day that the word names. */
export type Standing = { key: DeskKey; tone: BadgeTone; at?: number };

/** Why a person needs the convener, or null. */
export type Need = 'usedTwice' | 'declined' | 'mail';

/** Whether a person of the meeting waits for the convener. */
export function needOf({ state, linkUses, ruleDeclined, mailProblem }: Invitee): Need | null {
  if (state === 'revoked') return null;
  if (linkUses > 0) return 'usedTwice';
  if (mailProblem !== null) return 'mail';
  return ruleDeclined ? 'declined' : null;
}

/** Whether a person has been given a link that counts. */
export const isSent = ({ state }: Invitee): boolean => state !== 'drafted' && state !== 'revoked';

/** How far an invitation has come; what needs the convener comes before it. */
export function standingOf(invitee: Invitee): Standing {
  const { state, sent, mailProblem, presence } = invitee;
  if (presence === 'removed') return { key: 'invite.state.removed', tone: 'over' };
  switch (needOf(invitee)) {
    case 'usedTwice':
      return { key: 'invite.state.usedTwice', tone: 'over' };
    case 'mail':
      return {
        key: mailProblem === 'refused' ? 'invite.state.mailRefused' : 'invite.state.mailUnreachable',
        tone: 'warn',
      };
    case 'declined':
      return { key: 'invite.state.declined', tone: 'warn' };
    case null:
      break;
  }
  if (presence === 'inLobby') return { key: 'invite.state.inLobby', tone: 'accent' };
  switch (state) {
    case 'sent':
      return sent === null
        ? { key: 'invite.state.opened', tone: 'accent' }
        : { key: sent.by === 'mail' ? 'invite.state.sent' : 'invite.state.handed', tone: 'plain', at: sent.at };
    case 'admitted':
      return { key: 'invite.state.admitted', tone: 'live' };
    case 'opened':
    case 'tested':
      return { key: `invite.state.${state}`, tone: 'accent' };
    case 'drafted':
    case 'revoked':
      return { key: `invite.state.${state}`, tone: 'plain' };
  }
}

const isFailed = (way: string): boolean => way === 'failed';

/** What a test of the equipment found, in a word or two: the worst of it. */
export function equipmentOf(check: EquipmentResult | null): Standing {
  if (check === null) return { key: 'invite.equipment.none', tone: 'plain' };
  const { udp, tcp, loopback, microphone, camera, speaker } = check;
  if (isFailed(udp) && isFailed(tcp)) return { key: 'invite.equipment.noPath', tone: 'over' };
  if (isFailed(loopback)) return { key: 'invite.equipment.noPath', tone: 'over' };
  if (microphone === 'missing' || microphone === 'denied')
    return { key: 'invite.equipment.noMicrophone', tone: 'over' };
  if (speaker === 'notHeard') return { key: 'invite.equipment.noSpeaker', tone: 'over' };
  if (isFailed(udp)) return { key: 'invite.equipment.relay', tone: 'warn' };
  if (camera === 'missing' || camera === 'denied') return { key: 'invite.equipment.noCamera', tone: 'warn' };
  const untested = [udp, tcp, loopback, microphone, camera, speaker].includes('notTested');
  return untested
    ? { key: 'invite.equipment.partly', tone: 'plain' }
    : { key: 'invite.equipment.passed', tone: 'live' };
}
