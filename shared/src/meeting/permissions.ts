import type { CommandType } from './messages.ts';
import type { Role } from './words.ts';

/** Who may give a command, and where that person has to be. */
export type Permission = {
  roles: readonly Role[] | 'everyone';
  /** `entry`: before admission too. `inside`: in the room or backstage. `room`: in the room alone. */
  presence: 'entry' | 'inside' | 'room';
  /** `open`: while the meeting is held. `before`: also until it opens. `always`: after adjournment too. */
  session: 'open' | 'before' | 'always';
  /**
   * Whose the thing may be that the command names, by seat. `anything`: nobody's, or whosever it is. `own`: the own
   * seat's alone. `ownOrManaged`: the own seat's, and for those who run the meeting anybody's. `others`: never one's own.
   * The rules decide it, as they know whose it is; a test holds them to this column.
   */
  of: 'anything' | 'own' | 'ownOrManaged' | 'others';
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

const managers: Permission = { roles: managingRoles, presence: 'inside', session: 'open', of: 'anything' };
const preparing: Permission = { roles: managingRoles, presence: 'inside', session: 'before', of: 'anything' };
const speakers: Permission = { roles: speakingRoles, presence: 'room', session: 'open', of: 'anything' };
const everyone: Permission = { roles: 'everyone', presence: 'room', session: 'open', of: 'anything' };
const door: Permission = { roles: doorRoles, presence: 'inside', session: 'before', of: 'anything' };
const chairs: Permission = { roles: ['chair'], presence: 'inside', session: 'before', of: 'anything' };
const entering: Permission = { roles: 'everyone', presence: 'entry', session: 'before', of: 'anything' };
// Questions, before the meeting opens too.
const asking: Permission = { roles: speakingRoles, presence: 'inside', session: 'before', of: 'anything' };
// What those who run the meeting do from backstage too.
const inside: Permission = { roles: 'everyone', presence: 'inside', session: 'open', of: 'anything' };

/** Command by command, who may give it, and about whose things. Complete by type: a command without a row does not compile. */
export const permissions: Permissions = {
  'session.open': { roles: ['chair'], presence: 'inside', session: 'before', of: 'anything' },
  'session.adjourn': { roles: ['chair'], presence: 'inside', session: 'open', of: 'anything' },
  'session.changePolicy': preparing,
  'session.undo': managers,
  'roster.enterLobby': entering,
  'roster.declineRule': entering,
  'roster.reportCheck': entering,
  'roster.admit': door,
  'roster.admitAll': door,
  'roster.turnAway': door,
  'roster.remove': { ...preparing, of: 'others' },
  'roster.allowDevice': preparing,
  'roster.lock': preparing,
  'roster.unlock': preparing,
  'roster.setRole': { ...chairs, of: 'others' },
  'roster.handOverChair': { ...chairs, of: 'others' },
  'roster.takeChair': { roles: ['moderator'], presence: 'inside', session: 'open', of: 'anything' },
  'roster.leave': { roles: 'everyone', presence: 'entry', session: 'always', of: 'anything' },
  'roster.goBackstage': { roles: backstageRoles, presence: 'room', session: 'before', of: 'anything' },
  'roster.callOnStage': preparing,
  'roster.goOnStage': { roles: backstageRoles, presence: 'inside', session: 'before', of: 'anything' },
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
  'floor.take': { ...everyone, of: 'own' },
  'floor.decline': { ...everyone, of: 'own' },
  'floor.takeMicrophone': speakers,
  'floor.endTurn': { ...inside, of: 'ownOrManaged' },
  'floor.pause': managers,
  'floor.resume': managers,
  'floor.extend': managers,
  'floor.shorten': managers,
  'floor.interpose': managers,
  'floor.handOver': { ...everyone, of: 'own' },
  'floor.requestScreen': { ...everyone, of: 'own' },
  'floor.allowScreen': managers,
  'floor.denyScreen': { ...inside, of: 'ownOrManaged' },
  'floor.setBudget': preparing,
  'floor.topUp': preparing,
  'floor.shareOut': preparing,
  'floor.yield': { ...everyone, of: 'own' },
  'speakers.requestFloor': speakers,
  'speakers.respond': { ...speakers, of: 'others' },
  'speakers.raisePointOfOrder': speakers,
  'speakers.requestReply': speakers,
  'speakers.withdraw': { ...inside, of: 'ownOrManaged' },
  'speakers.defer': { ...inside, of: 'ownOrManaged' },
  'speakers.accept': { ...everyone, of: 'own' },
  'speakers.decline': { ...everyone, of: 'own' },
  'speakers.call': managers,
  'speakers.moveEntry': managers,
  'speakers.closeList': managers,
  'speakers.openList': managers,
  'speakers.add': managers,
  'speakers.addAgain': managers,
  'speakers.startTour': managers,
  'speakers.endTour': managers,
  'speakers.pass': { ...inside, of: 'ownOrManaged' },
  'speakers.comeBack': { ...inside, of: 'ownOrManaged' },
  'questions.submit': asking,
  'questions.edit': { ...asking, of: 'own' },
  'questions.withdraw': { ...asking, of: 'own' },
  'questions.accept': preparing,
  'questions.dismiss': preparing,
  // One that it has withdrawn; what was dismissed or merged is restored by those who run the meeting.
  'questions.restore': { ...asking, of: 'own' },
  'questions.merge': preparing,
  'questions.move': preparing,
  'questions.label': preparing,
  // Interpreters translate anybody's too.
  'questions.translate': { ...inside, session: 'before', of: 'ownOrManaged' },
  'questions.vote': { ...asking, of: 'others' },
  'questions.answerInWriting': { ...asking, of: 'own' },
  'questions.carry': preparing,
  'questions.openRound': managers,
  'questions.setRoundSize': managers,
  'questions.takeIntoRound': managers,
  'questions.putBack': managers,
  'questions.closeRound': managers,
  'questions.callAsker': managers,
  'questions.readOut': managers,
  'questions.startAnswer': managers,
  'questions.mark': { roles: speakingRoles, presence: 'inside', session: 'open', of: 'ownOrManaged' },
  'questions.completeRound': managers,
  'keynote.setSpotlight': preparing,
  'keynote.setBudget': preparing,
  'keynote.sendCue': managers,
  'keynote.acknowledgeCue': { roles: 'everyone', presence: 'inside', session: 'open', of: 'own' },
  'keynote.showCountdown': preparing,
  'keynote.introduce': preparing,
  'documents.remove': { ...inside, session: 'before', of: 'ownOrManaged' },
  'slides.present': { ...everyone, of: 'ownOrManaged' },
  'slides.turnPage': { ...everyone, of: 'own' },
  'slides.askToDrive': { ...everyone, of: 'others' },
  'slides.handOver': { ...inside, of: 'ownOrManaged' },
  'slides.stop': { ...inside, of: 'ownOrManaged' },
  'lines.write': { ...entering, of: 'others' },
};
