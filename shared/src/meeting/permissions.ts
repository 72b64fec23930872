import type { CommandType } from './messages.ts';
import type { Role } from './words.ts';

/** Who may give a command, and where that person has to be. */
export type Permission = {
  roles: readonly Role[] | 'everyone';
  /** `entry`: before admission too. `inside`: admitted alone. */
  presence: 'entry' | 'inside';
  /** `open`: while the meeting is held. `before`: also until it opens. `always`: after adjournment too. */
  session: 'open' | 'before' | 'always';
};

/** Those who run the meeting: they see all questions and each other's acts. */
export const managingRoles: readonly Role[] = ['chair', 'moderator'];

/** Those who hold a right to speak without being recognised first. */
export const speakingRoles: readonly Role[] = ['chair', 'moderator', 'keynote', 'discussant', 'participant'];

const managers: Permission = { roles: managingRoles, presence: 'inside', session: 'open' };
const preparing: Permission = { roles: managingRoles, presence: 'inside', session: 'before' };
const speakers: Permission = { roles: speakingRoles, presence: 'inside', session: 'open' };
const everyone: Permission = { roles: 'everyone', presence: 'inside', session: 'open' };

/**
 * Command by command, who may give it. Complete by type: a command without a row does not compile. Ownership
 * (one's own entry, one's own turn) is decided by the rules, which know whose it is.
 */
export const permissions: Readonly<Record<CommandType, Permission>> = {
  'session.open': { roles: ['chair'], presence: 'inside', session: 'before' },
  'session.adjourn': { roles: ['chair'], presence: 'inside', session: 'open' },
  'roster.enterLobby': { roles: 'everyone', presence: 'entry', session: 'before' },
  'roster.admit': { roles: ['chair', 'moderator', 'operator'], presence: 'inside', session: 'before' },
  'roster.leave': { roles: 'everyone', presence: 'entry', session: 'always' },
  'agenda.startItem': managers,
  'agenda.closeItem': managers,
  'agenda.addItem': preparing,
  'agenda.changeItem': preparing,
  'agenda.moveItem': preparing,
  'agenda.dropItem': preparing,
  'floor.setMode': managers,
  'floor.give': managers,
  'floor.take': everyone,
  'floor.decline': everyone,
  'floor.takeMicrophone': speakers,
  'floor.endTurn': everyone,
  'floor.pause': managers,
  'floor.resume': managers,
  'floor.extend': managers,
  'speakers.requestFloor': speakers,
  'speakers.withdraw': everyone,
  'speakers.call': managers,
  'speakers.moveEntry': managers,
  'speakers.closeList': managers,
  'speakers.openList': managers,
  'questions.submit': { roles: speakingRoles, presence: 'inside', session: 'before' },
  'questions.accept': preparing,
  'questions.dismiss': preparing,
  'questions.restore': preparing,
  'questions.openRound': managers,
  'questions.closeRound': managers,
  'questions.callAsker': managers,
  'questions.startAnswer': managers,
  'questions.mark': managers,
  'questions.completeRound': managers,
  'keynote.setSpotlight': preparing,
  'keynote.setBudget': preparing,
};
