import type { CommandType } from './messages.ts';
import type { Role } from './words.ts';

/** Who may give a command, and where that person has to be. */
export type Permission = {
  roles: readonly Role[] | 'everyone';
  /** `entry`: before admission too. `inside`: in the room or backstage. `room`: in the room alone. */
  presence: 'entry' | 'inside' | 'room';
  /** `open`: while the meeting is held. `before`: also until it opens. `always`: after adjournment too. */
  session: 'open' | 'before' | 'always';
};

/** Who may give each command. */
export type Permissions = Readonly<Record<CommandType, Permission>>;

/** Those who run the meeting: they see all questions and each other's acts. */
export const managingRoles: readonly Role[] = ['chair', 'moderator'];

/** Those who are at the door: they see who waits there, and let in. */
export const doorRoles: readonly Role[] = ['chair', 'moderator', 'operator'];

/** Those who hold a right to speak without being recognised first. */
export const speakingRoles: readonly Role[] = ['chair', 'moderator', 'keynote', 'discussant', 'participant'];

/** Those who may be backstage: the keynote's seat and those who look after it. */
export const backstageRoles: readonly Role[] = ['chair', 'moderator', 'keynote', 'operator'];

const managers: Permission = { roles: managingRoles, presence: 'inside', session: 'open' };
const preparing: Permission = { roles: managingRoles, presence: 'inside', session: 'before' };
const speakers: Permission = { roles: speakingRoles, presence: 'room', session: 'open' };
const everyone: Permission = { roles: 'everyone', presence: 'room', session: 'open' };
const door: Permission = { roles: doorRoles, presence: 'inside', session: 'before' };
const chairs: Permission = { roles: ['chair'], presence: 'inside', session: 'before' };
const entering: Permission = { roles: 'everyone', presence: 'entry', session: 'before' };
// Questions, before the meeting opens too.
const asking: Permission = { roles: speakingRoles, presence: 'inside', session: 'before' };
// What those who run the meeting do from backstage too.
const inside: Permission = { roles: 'everyone', presence: 'inside', session: 'open' };

/**
 * Command by command, who may give it. Complete by type: a command without a row does not compile. Ownership
 * (one's own entry, one's own turn) is decided by the rules, which know whose it is.
 */
export const permissions: Permissions = {
  'session.open': { roles: ['chair'], presence: 'inside', session: 'before' },
  'session.adjourn': { roles: ['chair'], presence: 'inside', session: 'open' },
  'session.changePolicy': preparing,
  'session.undo': managers,
  'roster.enterLobby': entering,
  'roster.declineRule': entering,
  'roster.reportCheck': entering,
  'roster.admit': door,
  'roster.admitAll': door,
  'roster.turnAway': door,
  'roster.remove': preparing,
  'roster.allowDevice': preparing,
  'roster.lock': preparing,
  'roster.unlock': preparing,
  'roster.setRole': chairs,
  'roster.handOverChair': chairs,
  'roster.takeChair': { roles: ['moderator'], presence: 'inside', session: 'open' },
  'roster.leave': { roles: 'everyone', presence: 'entry', session: 'always' },
  'roster.goBackstage': { roles: backstageRoles, presence: 'room', session: 'before' },
  'roster.callOnStage': preparing,
  'roster.goOnStage': { roles: backstageRoles, presence: 'inside', session: 'before' },
  'agenda.startItem': managers,
  'agenda.closeItem': managers,
  'agenda.addItem': preparing,
  'agenda.changeItem': preparing,
  'agenda.moveItem': preparing,
  'agenda.dropItem': preparing,
  'agenda.skipItem': preparing,
  'agenda.suspendItem': managers,
  'agenda.reopenItem': preparing,
  'agenda.setNote': preparing,
  'agenda.setHardStop': preparing,
  'agenda.dropHardStop': preparing,
  'floor.setMode': managers,
  'floor.give': managers,
  'floor.take': everyone,
  'floor.decline': everyone,
  'floor.takeMicrophone': speakers,
  'floor.endTurn': inside,
  'floor.pause': managers,
  'floor.resume': managers,
  'floor.extend': managers,
  'floor.shorten': managers,
  'floor.interpose': managers,
  'floor.handOver': everyone,
  'floor.requestScreen': everyone,
  'floor.allowScreen': managers,
  'floor.denyScreen': inside,
  'floor.setBudget': preparing,
  'floor.topUp': preparing,
  'floor.shareOut': preparing,
  'floor.yield': everyone,
  'speakers.requestFloor': speakers,
  'speakers.respond': speakers,
  'speakers.raisePointOfOrder': speakers,
  'speakers.requestReply': speakers,
  'speakers.withdraw': inside,
  'speakers.defer': inside,
  'speakers.accept': everyone,
  'speakers.decline': everyone,
  'speakers.call': managers,
  'speakers.moveEntry': managers,
  'speakers.closeList': managers,
  'speakers.openList': managers,
  'speakers.add': managers,
  'speakers.addAgain': managers,
  'speakers.startTour': managers,
  'speakers.endTour': managers,
  'speakers.pass': inside,
  'speakers.comeBack': inside,
  'questions.submit': asking,
  'questions.edit': asking,
  'questions.withdraw': asking,
  'questions.accept': preparing,
  'questions.dismiss': preparing,
  'questions.restore': asking,
  'questions.merge': preparing,
  'questions.move': preparing,
  'questions.label': preparing,
  'questions.translate': { ...inside, session: 'before' },
  'questions.vote': asking,
  'questions.answerInWriting': asking,
  'questions.carry': preparing,
  'questions.openRound': managers,
  'questions.setRoundSize': managers,
  'questions.takeIntoRound': managers,
  'questions.putBack': managers,
  'questions.closeRound': managers,
  'questions.callAsker': managers,
  'questions.readOut': managers,
  'questions.startAnswer': managers,
  'questions.mark': { roles: speakingRoles, presence: 'inside', session: 'open' },
  'questions.completeRound': managers,
  'keynote.setSpotlight': preparing,
  'keynote.setBudget': preparing,
  'keynote.sendCue': managers,
  'keynote.acknowledgeCue': { roles: 'everyone', presence: 'inside', session: 'open' },
  'keynote.showCountdown': preparing,
  'keynote.introduce': preparing,
  'documents.remove': { ...inside, session: 'before' },
  'slides.present': everyone,
  'slides.turnPage': everyone,
  'slides.askToDrive': everyone,
  'slides.handOver': inside,
  'slides.stop': inside,
  'lines.write': entering,
};
