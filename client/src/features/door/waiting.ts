import {
  type Command,
  type EquipmentResult,
  isDoubtful,
  isInside,
  type MeetingState,
  type Member,
} from '@track2/shared';

/** Who waits to be admitted, in the order of the seats; last those whose link was opened elsewhere. */
export function waitingAtDoor({ roster: { members } }: MeetingState): Member[] {
  const guests = members.filter(({ presence }) => presence.status === 'inLobby');
  return [...clearOf(guests), ...guests.filter(isDoubtful)];
}

/** Of those who wait, whoever may be admitted without being looked at one by one. */
export const clearOf = (guests: readonly Member[]): Member[] => guests.filter((guest) => !isDoubtful(guest));

/** Admits all of them but those in doubt; null where nobody is left. */
export function admitAllCommand(guests: readonly Member[]): Command | null {
  const members = clearOf(guests).map(({ id }) => id);
  return members.length === 0 ? null : { type: 'roster.admitAll', members };
}

/** Admits the first who waits without doubt; null where nobody does. A doubtful guest is never admitted by a key. */
export function admitFirstCommand(state: MeetingState): Command | null {
  const [first] = clearOf(waitingAtDoor(state));
  return first === undefined ? null : { type: 'roster.admit', member: first.id };
}

/** What is known of the link of a guest: used once, opened elsewhere too, or that and admitted by name since. */
export function linkOf(member: Member): 'once' | 'elsewhere' | 'vouched' {
  if (isDoubtful(member)) return 'elsewhere';
  return member.door.linkUses > 0 ? 'vouched' : 'once';
}

/** Those whose link was opened elsewhere and who do not wait: inside they stay, outside they have not come. */
export const openedElsewhere = ({ roster: { members } }: MeetingState): { member: Member; inside: boolean }[] =>
  members
    .filter((member) => isDoubtful(member) && !['inLobby', 'removed'].includes(member.presence.status))
    .map((member) => ({ member, inside: isInside(member) }));

/** Who read the rule, did not accept it and is outside. */
export const declinedRule = ({ roster: { members } }: MeetingState): Member[] =>
  members.filter(({ door, presence }) => door.ruleDeclined !== null && ['invited', 'left'].includes(presence.status));

/** What may hinder somebody, as the test of the equipment found it. */
export type Hindrance = 'noMicrophone' | 'noCamera' | 'noSpeaker' | 'noWay' | 'relayed' | 'noReturn' | 'slow';

/** A round trip that is felt in conversation, in milliseconds, and a loss that is heard, in per cent. */
const SLOW_MS = 400;
const LOSSY_PERCENT = 5;

/** What a test found in the way of sound and picture; null for who has sent none. */
export function hindrancesOf(check: EquipmentResult | null): Hindrance[] | null {
  if (check === null) return null;
  const { camera, microphone, speaker, udp, tcp, loopback, roundTripMs, lossPercent } = check;
  const found: [Hindrance, boolean][] = [
    ['noMicrophone', microphone === 'missing' || microphone === 'denied'],
    ['noCamera', camera === 'missing' || camera === 'denied'],
    ['noSpeaker', speaker === 'notHeard'],
    ['noWay', udp === 'failed' && tcp === 'failed'],
    ['relayed', udp === 'failed' && tcp !== 'failed'],
    ['noReturn', loopback === 'failed' && !(udp === 'failed' && tcp === 'failed')],
    ['slow', (roundTripMs ?? 0) > SLOW_MS || (lossPercent ?? 0) > LOSSY_PERCENT],
  ];
  return found.filter(([, is]) => is).map(([name]) => name);
}
