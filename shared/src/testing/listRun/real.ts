import type { AgendaItemPlan } from '../../meeting/agenda/schema.ts';
import type { Command, Decision, LoggedEvent, SystemCommand } from '../../meeting/messages.ts';
import { initialState } from '../../meeting/session/rules.ts';
import { defaultPolicy } from '../../meeting/session/schema.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Role } from '../../meeting/words.ts';
import { throughJson } from '../json.ts';
import type { Act, PersonalAct } from '../listModel/acts.ts';
import { lengths, most, seats } from '../listModel/meeting.ts';
import { startsAt } from '../sample.ts';
import { by, type Step, system, tell } from '../story.ts';
import type { Parts } from './parts.ts';

const roles: Readonly<Record<string, Role>> = { Chair: 'chair', Moderator: 'moderator', Guest: 'keynote' };

const item = (id: string, type: AgendaItemPlan['type'], speaker: string | null): AgendaItemPlan => ({
  id,
  parent: null,
  type,
  title: { text: { en: id } },
  attribution: 'chathamHouse',
  plannedMs: 3_600_000,
  cameras: 'all',
  speaker,
  limit: 'soft',
});

const creation: SystemCommand = {
  type: 'session.create',
  startsAt,
  timeZone: 'Europe/Berlin',
  ruleVersion: 1,
  policy: {
    ...defaultPolicy,
    turnMs: lengths.turnMs,
    questionMs: lengths.questionMs,
    answerMs: lengths.answerMs,
    responseMs: lengths.responseMs,
    replyMs: lengths.replyMs,
    callMs: lengths.callMs,
    lostLinkMs: lengths.lostLinkMs,
    maxResponses: most.responses,
    questionsPerRound: most.inRound,
    maxDirectedHolders: most.directed,
  },
  seats: seats.map(({ seat, people }) => ({
    id: seat,
    role: roles[seat] ?? 'participant',
    delegation: null,
    members: people.map((id) => ({ id, kind: 'principal' })),
  })),
  agenda: [item('talk', 'openDiscussion', null), item('questions', 'qna', 'Guest')],
  hardStops: [],
  budgets: [],
};

const chair = (command: Command): Step => by('chair', command);

const enter = (member: string, role: Role | undefined): Step[] => [
  by(member, { type: 'roster.enterLobby', ruleVersion: 1 }),
  ...(role === 'chair' || role === 'moderator' ? [] : [chair({ type: 'roster.admit', member })]),
];

/** The log of a meeting up to the moment at which the model begins; no time has passed. */
const logBefore: readonly LoggedEvent[] = tell(
  system(creation),
  ...seats.flatMap(({ seat, people }) => people.flatMap((member) => enter(member, roles[seat]))),
  chair({ type: 'session.open' }),
  chair({ type: 'agenda.startItem', item: 'questions' }),
  chair({ type: 'agenda.suspendItem', item: 'questions' }),
  chair({ type: 'agenda.startItem', item: 'talk' }),
).log;

/** The state in which the model begins, as these rules make it. */
export const begunWith = ({ evolve }: Parts): MeetingState => logBefore.reduce(evolve, initialState);

/** The meeting that the rules make, run as its host runs it: a log, a state, and both clocks. */
export class RealMeeting {
  readonly parts: Parts;
  readonly #begun: MeetingState;
  #log: LoggedEvent[] = [];
  state: MeetingState;
  now = 0;
  /** When the log was last written: a new home goes on from no earlier. */
  #writtenAt = 0;

  constructor(parts: Parts, begun: MeetingState) {
    this.parts = parts;
    this.#begun = begun;
    this.state = begun;
  }

  /** Does an act, and says whether it is accepted. */
  apply(act: Act): boolean {
    const { decide, decideBySystem } = this.parts;
    const outside = { now: this.now, wall: startsAt + this.now };
    if (!('by' in act)) {
      const context = { ...outside, actor: { kind: 'system' }, commandId: 'none' } as const;
      return this.#happen(decideBySystem(this.state, systemCommandOf(act), context));
    }
    const context = { ...outside, actor: { kind: 'member', member: act.by }, commandId: act.id } as const;
    return this.#happen(decide(this.state, commandOf(act), context));
  }

  /** The process dies and another reads the log; meeting time goes on where it was last saved. */
  restart(savedMsAgo: number): number {
    const lost = Math.min(savedMsAgo, this.now - this.#writtenAt);
    this.now -= lost;
    this.state = throughJson(this.#log).reduce(this.parts.evolve, this.#begun);
    return lost;
  }

  #happen(decision: Decision): boolean {
    if ('refusal' in decision) return false;
    if (decision.events.length > 0) this.#writtenAt = this.now;
    this.#log.push(...decision.events);
    this.state = decision.events.reduce(this.parts.evolve, this.state);
    return true;
  }
}

function systemCommandOf(act: Exclude<Act, PersonalAct>): SystemCommand {
  switch (act.do) {
    case 'loseLink':
    case 'restoreLink':
      return { type: `roster.${act.do}`, member: act.member };
    case 'alarm':
    case 'takeOver':
      return { type: `session.${act.do}` };
  }
}

function commandOf(act: PersonalAct): Command {
  switch (act.do) {
    case 'request':
      return { type: 'speakers.requestFloor', item: act.item, topic: null };
    case 'requestReply':
      return { type: 'speakers.requestReply', item: act.item, topic: null };
    case 'respond':
      return { type: 'speakers.respond', turn: act.turn, kind: act.kind, topic: null };
    case 'raiseOrder':
      return { type: 'speakers.raisePointOfOrder', item: act.item, category: act.category, topic: null };
    case 'declineQuestion':
      return { type: 'speakers.decline', entry: act.entry };
    case 'withdraw':
    case 'defer':
    case 'accept':
    case 'call':
    case 'addAgain':
    case 'pass':
    case 'comeBack':
      return { type: `speakers.${act.do}`, entry: act.entry };
    case 'moveEntry':
      return { type: 'speakers.moveEntry', entry: act.entry, before: act.before };
    case 'add':
      return { type: 'speakers.add', item: act.item, seat: act.seat, before: act.before };
    case 'openList':
    case 'closeList':
    case 'endTour':
      return { type: `speakers.${act.do}`, item: act.item };
    case 'startTour':
      return { type: 'speakers.startTour', item: act.item, order: 'hand', seats: act.seats, limitMs: lengths.tourMs };
    case 'take':
      return { type: 'floor.take', turn: act.turn };
    case 'declineTurn':
      return { type: 'floor.decline', turn: act.turn };
    case 'end':
      return { type: 'floor.endTurn', turn: act.turn };
    case 'yield':
      return {
        type: 'floor.yield',
        turn: act.turn,
        to: typeof act.to === 'string' ? { kind: act.to } : { kind: 'seat', seat: act.to.seat },
      };
    case 'setMode':
      return { type: 'floor.setMode', mode: act.mode, ...(act.keep === null ? {} : { keep: act.keep }) };
    case 'startItem':
    case 'suspendItem':
      return { type: `agenda.${act.do}`, item: act.item };
    case 'submit':
      return { type: 'questions.submit', text: 'Why?', language: 'en', anonymous: act.isAnonymous };
    case 'withdrawQuestion':
      return { type: 'questions.withdraw', question: act.question };
    case 'acceptQuestion':
      return { type: 'questions.accept', question: act.question };
    case 'dismiss':
    case 'restore':
    case 'putBack':
    case 'callAsker':
    case 'readOut':
      return { type: `questions.${act.do}`, question: act.question };
    case 'merge':
      return { type: 'questions.merge', question: act.question, into: act.into };
    case 'moveQuestion':
      return { type: 'questions.move', question: act.question, before: act.before };
    case 'takeIn':
      return { type: 'questions.takeIntoRound', question: act.question, round: act.round };
    case 'carry':
      return { type: 'questions.carry', question: act.question, to: act.to };
    case 'mark':
      return { type: 'questions.mark', question: act.question, mark: act.as };
    case 'openRound':
      return { type: 'questions.openRound', item: 'questions' };
    case 'setSize':
      return { type: 'questions.setRoundSize', round: act.round, size: act.size };
    case 'closeRound':
    case 'startAnswer':
    case 'completeRound':
      return { type: `questions.${act.do}`, round: act.round };
  }
}
