import type { CommandType, RefusalCode } from '../../meeting/messages.ts';
import type { Role } from '../../meeting/words.ts';

/**
 * Who may do what, written by hand from the sentences of RULES.md and of the issue: it takes nothing from the table of
 * the code, which it is held against (R23).
 */

/** Where the person is that asks. */
export type Place =
  | 'invited'
  | 'lobby'
  | 'room'
  | 'backstage'
  | 'left'
  | 'removed'
  | 'lobbyLost'
  | 'roomLost'
  | 'backstageLost';

/** How the meeting stands. */
export type Stage = 'planned' | 'open' | 'adjourned';

/** Who asks, from where and when. */
export type Who = { role: Role; place: Place; stage: Stage };

/** What is to come of it: it happens, or it is refused with that code. */
export type Outcome = 'yes' | RefusalCode;

/** An outcome that depends on who asks. */
export type Outcomes = Outcome | ((who: Who) => Outcome);

/** What is to come of a command, once person, place and moment allow it, by whose the thing is that it names. */
export type Row = {
  roles: readonly Role[];
  where: 'anywhere' | 'inside' | 'room';
  when: 'always' | 'before' | 'open';
  /** It names what is the own seat's, or nothing. */
  own: Outcomes;
  /** It names what is another seat's. */
  other?: Outcomes;
  /** It names what was never of this meeting: the id of another one's, of another kind, or an invented one. */
  unknown?: Outcomes;
  /** It names what was of this meeting and is over. */
  stale?: Outcomes;
};

const all: readonly Role[] = [
  'convener',
  'chair',
  'moderator',
  'keynote',
  'discussant',
  'participant',
  'observer',
  'rapporteur',
  'interpreter',
  'operator',
];
const run: readonly Role[] = ['chair', 'moderator'];
const speak: readonly Role[] = ['chair', 'moderator', 'keynote', 'discussant', 'participant'];
const door: readonly Role[] = ['chair', 'moderator', 'operator'];
const stage: readonly Role[] = ['chair', 'moderator', 'keynote', 'operator'];

type Things = Pick<Row, 'own' | 'other' | 'unknown' | 'stale'>;
const row =
  (roles: readonly Role[], where: Row['where'], when: Row['when']) =>
  (things: Things): Row => ({ roles, where, when, ...things });

const anybody = row(all, 'room', 'open');
const anybodyInside = row(all, 'inside', 'open');
const entering = row(all, 'anywhere', 'before');
const manager = row(run, 'inside', 'open');
const managerBefore = row(run, 'inside', 'before');
const atDoor = row(door, 'inside', 'before');
const theChair = row(['chair'], 'inside', 'before');
const speaker = row(speak, 'room', 'open');
const asker = row(speak, 'inside', 'before');

/** For managers whatever it is, for others what is their own. */
const managed =
  (otherwise: RefusalCode): Outcomes =>
  ({ role }) =>
    run.includes(role) ? 'yes' : otherwise;

const fromOutside =
  (otherwise: Outcome): Outcomes =>
  ({ place }) =>
    place === 'invited' || place === 'left' ? 'yes' : otherwise;

const turn = (other: Outcomes, own: Outcomes = 'yes'): Things => ({
  own,
  other,
  unknown: 'floor.unknownTurn',
  stale: 'floor.unknownTurn',
});
const seat = (own: Outcomes = 'yes', unknown: RefusalCode = 'floor.unknownSeat'): Things => ({
  own,
  other: 'yes',
  unknown,
  stale: unknown,
});
const item = (stale: RefusalCode, other: Outcome = 'yes'): Things => ({
  own: 'yes',
  other,
  unknown: 'agenda.unknownItem',
  stale,
});
const entry = (other: Outcomes, stale: RefusalCode = 'speakers.notWaiting'): Things => ({
  own: 'yes',
  other,
  unknown: 'speakers.unknownEntry',
  stale,
});
const question = (other: Outcomes, stale: Outcomes, own: Outcomes = 'yes'): Things => ({
  own,
  other,
  unknown: 'questions.unknownQuestion',
  stale,
});
const round = (stale: RefusalCode): Things => ({ own: 'yes', other: 'yes', unknown: 'questions.unknownRound', stale });
const delegation: Things = {
  own: 'yes',
  other: 'yes',
  unknown: 'floor.unknownDelegation',
  stale: 'floor.unknownDelegation',
};
const guest = (own: Outcomes, stale: RefusalCode): Things => ({
  own,
  other: 'yes',
  unknown: 'roster.unknownMember',
  stale,
});
const slides = (own: Outcomes, other: Outcomes): Things => ({
  own,
  other,
  unknown: 'slides.notShown',
  stale: 'slides.notShown',
});
const currentItem: Things = {
  own: 'yes',
  other: 'speakers.itemNotCurrent',
  unknown: 'speakers.itemNotCurrent',
  stale: 'speakers.itemNotCurrent',
};

function writes({ role, place }: Who, to: 'inside' | 'gone'): Outcome {
  if (place === 'invited' || place === 'left') return 'lines.outside'; // [LI1]
  const isInside = place !== 'lobby' && place !== 'lobbyLost';
  if (run.includes(role) && isInside) return to === 'inside' ? 'yes' : 'lines.recipientAway'; // [LI2]
  if (!isInside) return 'lines.outside'; // [LI4]
  return to === 'inside' ? 'yes' : 'lines.recipientAway';
}

const toYourself = (who: Who): Outcome =>
  who.place === 'invited' || who.place === 'left' ? 'lines.outside' : 'lines.toYourself';

/** Command by command: who may give it, where, when, and whose the thing may be. */
export const oracle: Readonly<Record<CommandType, Row>> = {
  'session.open': theChair({ own: ({ stage }) => (stage === 'open' ? 'session.alreadyOpen' : 'yes') }),
  'session.adjourn': row(['chair'], 'inside', 'open')({ own: 'yes' }),
  'session.changePolicy': managerBefore({ own: 'yes' }),
  'session.undo': manager({
    own: 'yes',
    other: 'yes',
    unknown: 'session.nothingToUndo',
    stale: 'session.nothingToUndo',
  }),
  'roster.enterLobby': entering({ own: fromOutside('roster.alreadyInside'), stale: 'roster.ruleChanged' }),
  'roster.declineRule': entering({ own: fromOutside('roster.alreadyInside'), stale: 'roster.ruleChanged' }),
  'roster.reportCheck': entering({ own: 'yes' }),
  'roster.admit': atDoor(guest('roster.notInLobby', 'roster.notInLobby')),
  'roster.admitAll': atDoor(guest('roster.notInLobby', 'roster.notInLobby')),
  'roster.turnAway': atDoor(guest('roster.notInLobby', 'roster.notInLobby')),
  'roster.remove': managerBefore(guest('roster.yourself', 'roster.removed')),
  'roster.allowDevice': managerBefore(guest('yes', 'roster.removed')),
  'roster.lock': managerBefore({ own: 'yes' }),
  'roster.unlock': managerBefore({ own: 'yes' }),
  'roster.setRole': theChair(seat('roster.chairsSeat', 'roster.unknownSeat')),
  'roster.handOverChair': theChair(seat('roster.roleHeld', 'roster.unknownSeat')),
  'roster.takeChair': row(['moderator'], 'inside', 'open')({ own: 'yes' }),
  'roster.leave': row(all, 'anywhere', 'always')({ own: 'yes' }),
  'roster.goBackstage': row(stage, 'room', 'before')({ own: 'yes' }),
  'roster.callOnStage': managerBefore(
    guest(({ place }) => (place === 'backstage' ? 'yes' : 'roster.notBackstage'), 'roster.calledAlready'),
  ),
  'roster.goOnStage': row(
    stage,
    'inside',
    'before',
  )({
    own: ({ role, place }) => {
      if (place === 'room') return 'roster.notBackstage';
      return role === 'keynote' ? 'roster.notCalledOnStage' : 'yes';
    },
  }),
  'agenda.startItem': manager(item('agenda.itemDone')),
  'agenda.closeItem': manager(item('agenda.itemNotCurrent')),
  'agenda.addItem': managerBefore(seat()),
  'agenda.changeItem': managerBefore(item('agenda.itemDone')),
  'agenda.moveItem': managerBefore(item('agenda.itemDone')),
  'agenda.dropItem': managerBefore(item('agenda.itemDone')),
  'agenda.skipItem': managerBefore(item('agenda.itemDone')),
  'agenda.suspendItem': manager(item('agenda.itemNotCurrent')),
  'agenda.reopenItem': managerBefore(item('agenda.itemNotDone')),
  'agenda.setNote': managerBefore(item('agenda.unknownItem')),
  'agenda.setHardStop': managerBefore({ own: 'yes', unknown: 'agenda.unknownStop', stale: 'agenda.unknownStop' }),
  'agenda.dropHardStop': managerBefore({ own: 'yes', unknown: 'agenda.unknownStop', stale: 'agenda.unknownStop' }),
  'floor.setMode': manager(turn('yes')),
  'floor.give': manager(seat()),
  'floor.take': anybody(turn('floor.notYours')),
  'floor.decline': anybody(turn('floor.notYours')),
  'floor.takeMicrophone': speaker({ own: 'yes' }),
  'floor.endTurn': anybodyInside(turn(managed('floor.notYours'))),
  'floor.pause': manager(turn('yes')),
  'floor.resume': manager(turn('yes')),
  'floor.extend': manager(turn('yes')),
  'floor.shorten': manager(turn('yes')),
  'floor.interpose': manager(turn('yes')),
  'floor.handOver': anybody(turn('floor.notYours')),
  'floor.requestScreen': anybody(turn('floor.notYours')),
  'floor.allowScreen': manager(turn('yes')),
  'floor.denyScreen': anybodyInside(turn(managed('floor.notYours'))),
  'floor.setBudget': managerBefore(delegation),
  'floor.topUp': managerBefore(delegation),
  'floor.shareOut': managerBefore(delegation),
  'floor.yield': anybody(turn('floor.notYours')),
  'speakers.requestFloor': speaker(currentItem),
  'speakers.respond': speaker({
    own: 'speakers.ownIntervention',
    other: 'yes',
    unknown: 'speakers.interventionOver',
    stale: 'speakers.interventionOver',
  }),
  'speakers.raisePointOfOrder': speaker(currentItem),
  'speakers.requestReply': speaker(currentItem),
  'speakers.withdraw': anybodyInside(entry(managed('speakers.notYours'))),
  'speakers.defer': anybodyInside(entry(managed('speakers.notYours'))),
  'speakers.accept': anybody(entry('floor.notYours')),
  'speakers.decline': anybody(entry('floor.notYours')),
  'speakers.call': manager(entry('yes')),
  'speakers.moveEntry': manager(entry('yes')),
  'speakers.closeList': manager(item('speakers.itemNotCurrent', 'speakers.itemNotCurrent')),
  'speakers.openList': manager(item('speakers.itemNotCurrent', 'speakers.itemNotCurrent')),
  'speakers.add': manager(seat()),
  'speakers.addAgain': manager(entry('yes', 'speakers.alreadyWaiting')),
  'speakers.startTour': manager(seat()),
  'speakers.endTour': manager({
    own: 'yes',
    other: 'speakers.noTour',
    unknown: 'speakers.noTour',
    stale: 'speakers.noTour',
  }),
  'speakers.pass': anybodyInside(entry(managed('speakers.notYours'))),
  'speakers.comeBack': anybodyInside(entry(managed('speakers.notYours'), 'speakers.notPassed')),
  'questions.submit': asker(seat()),
  'questions.edit': asker(question('questions.notYours', 'questions.notSubmitted')),
  'questions.withdraw': asker(question('questions.notYours', 'questions.alreadyAsked')),
  'questions.accept': managerBefore(question('yes', 'questions.notSubmitted')),
  'questions.dismiss': managerBefore(question('yes', 'questions.alreadyAsked')),
  'questions.restore': asker(
    question('questions.notYours', ({ role }) => (run.includes(role) ? 'questions.notDismissed' : 'role.required')),
  ),
  'questions.merge': managerBefore(question('yes', 'questions.alreadyAsked')),
  'questions.move': managerBefore(question('yes', 'questions.notWaiting')),
  'questions.label': managerBefore({ own: 'yes', other: 'yes', unknown: 'questions.unknownQuestion' }),
  'questions.translate': row(
    all,
    'inside',
    'before',
  )({
    own: 'yes',
    other: ({ role }) => (run.includes(role) || role === 'interpreter' ? 'yes' : 'questions.notYours'),
    unknown: 'questions.unknownQuestion',
  }),
  'questions.vote': asker(question('yes', 'questions.notVotable', 'questions.ownQuestion')),
  'questions.answerInWriting': asker(question('questions.notRespondent', 'questions.notWaiting')),
  'questions.carry': managerBefore(question('yes', 'questions.notWaiting')),
  'questions.openRound': manager(item('questions.itemTakesNone')),
  'questions.setRoundSize': manager(round('questions.roundNotCollecting')),
  'questions.takeIntoRound': manager(question('yes', 'questions.notWaiting')),
  'questions.putBack': manager(question('yes', 'questions.notInRound')),
  'questions.closeRound': manager(round('questions.roundNotCollecting')),
  'questions.readOut': manager(question('yes', 'questions.notInRound')),
  'questions.callAsker': manager(question('yes', 'questions.notInRound')),
  'questions.startAnswer': manager(round('questions.roundNotClosed')),
  'questions.mark': row(
    speak,
    'inside',
    'open',
  )({
    own: 'yes',
    other: managed('role.required'),
    unknown: 'questions.unknownQuestion',
    stale: ({ role }) => (run.includes(role) ? 'questions.roundNotAnswering' : 'role.required'),
  }),
  'questions.completeRound': manager(round('questions.roundNotAnswering')),
  'keynote.setSpotlight': managerBefore(seat('yes', 'keynote.unknownSeat')),
  'keynote.setBudget': managerBefore(item('agenda.itemDone', 'keynote.notAKeynote')),
  'keynote.sendCue': manager(turn('yes')),
  'keynote.acknowledgeCue': anybodyInside({
    own: 'yes',
    other: 'keynote.cueNotYours',
    unknown: 'keynote.unknownCue',
    stale: 'keynote.cueAcknowledged',
  }),
  'keynote.showCountdown': managerBefore({ own: 'yes' }),
  'keynote.introduce': managerBefore({ own: 'yes', other: 'keynote.notAKeynote', unknown: 'agenda.unknownItem' }),
  'documents.remove': row(
    all,
    'inside',
    'before',
  )({
    own: 'yes',
    other: managed('documents.notYours'),
    unknown: 'documents.unknownDocument',
    stale: 'documents.unknownDocument',
  }),
  'slides.present': anybody({
    own: 'yes',
    other: managed('slides.mayNotPresent'),
    unknown: 'documents.unknownDocument',
    stale: 'documents.unknownDocument',
  }),
  'slides.turnPage': anybody(slides('yes', 'slides.notDriver')),
  'slides.askToDrive': anybody(slides('slides.alreadyDriver', 'yes')),
  'slides.handOver': anybodyInside(slides('yes', managed('slides.notDriver'))),
  'slides.stop': anybodyInside(slides('yes', managed('slides.notDriver'))),
  'lines.write': entering({
    own: toYourself,
    other: (who) => writes(who, 'inside'),
    unknown: ({ place }) => (place === 'invited' || place === 'left' ? 'lines.outside' : 'roster.unknownMember'),
    stale: (who) => writes(who, 'gone'),
  }),
};
