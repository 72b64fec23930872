import type { Command, Decision, LoggedEvent, SystemCommand } from '../../meeting/messages.ts';
import { initialState } from '../../meeting/session/rules.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Act, PersonalAct } from '../clockModel/acts.ts';
import { throughJson } from '../json.ts';
import { startsAt } from '../sample.ts';
import type { Parts } from './parts.ts';
import { logBefore } from './setUp.ts';

/** The state in which the model begins, as these rules make it. */
export const begunWith = ({ evolve }: Parts): MeetingState => logBefore.reduce(evolve, initialState);

/** The meeting that the rules make, run as its host runs it: a log, a state, and both clocks. */
export class RealMeeting {
  readonly parts: Parts;
  /** The state in which the model begins, and what happened since. */
  readonly #begun: MeetingState;
  #log: LoggedEvent[] = [];
  state: MeetingState;
  now = 0;
  wall = startsAt;
  /** When the log was last written: a new home goes on from no earlier. */
  writtenAt = 0;
  /** The grants that people have opened their microphones for; each lasts no longer than the grant. */
  readonly intents = new Map<string, string>();

  constructor(parts: Parts, begun: MeetingState) {
    this.parts = parts;
    this.#begun = begun;
    this.state = begun;
  }

  /** Does an act, and says whether it is accepted. */
  apply(act: Act): boolean {
    const { decide, decideBySystem } = this.parts;
    const outside = { now: this.now, wall: this.wall };
    if (!('by' in act)) {
      const context = { ...outside, actor: { kind: 'system' }, commandId: 'none' } as const;
      return this.#happen(decideBySystem(this.state, systemCommandOf(act), context));
    }
    const context = { ...outside, actor: { kind: 'member', member: act.by }, commandId: act.id } as const;
    return this.#happen(decide(this.state, commandOf(act), context));
  }

  pass(ms: number): void {
    this.now += ms;
    this.wall += ms;
  }

  /** The process dies and another reads the log; meeting time goes on where it was last saved. */
  restart(savedMsAgo: number): number {
    const lost = Math.min(savedMsAgo, this.now - this.writtenAt);
    this.now -= lost;
    this.state = throughJson(this.#log).reduce(this.parts.evolve, this.#begun);
    return lost;
  }

  /** Which turn's microphone each person may open. */
  grants(): Map<string, string> {
    const grants = new Map<string, string>();
    for (const { id } of this.state.roster.members) {
      const { microphone } = this.parts.mediaGrant(this.state, id);
      if (microphone !== null) grants.set(id, microphone.id);
    }
    return grants;
  }

  #happen(decision: Decision): boolean {
    if ('refusal' in decision) return false;
    if (decision.events.length > 0) this.writtenAt = this.now;
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
    case 'give':
      return { type: 'floor.give', seat: act.seat };
    case 'callAsker':
      return { type: 'questions.callAsker', question: act.question };
    case 'startAnswer':
      return { type: 'questions.startAnswer', round: 'questions' };
    case 'takeMicrophone':
      return { type: 'floor.takeMicrophone' };
    case 'take':
    case 'decline':
    case 'pause':
    case 'resume':
      return { type: `floor.${act.do}`, turn: act.turn };
    case 'end':
      return { type: 'floor.endTurn', turn: act.turn };
    case 'extend':
    case 'shorten':
      return { type: `floor.${act.do}`, turn: act.turn, byMs: act.byMs };
    case 'interpose':
      return { type: 'floor.interpose', turn: act.turn, seat: act.seat, kind: act.kind };
    case 'handOver':
      return { type: 'floor.handOver', turn: act.turn, member: act.to };
    case 'undo':
      return { type: 'session.undo', of: act.of };
    case 'setPolicy':
      return { type: 'session.changePolicy', ...act.change };
    case 'setBudget':
      return { type: 'floor.setBudget', delegation: act.delegation, budgetMs: act.budgetMs };
    case 'setKeynoteBudget':
      return { type: 'keynote.setBudget', item: 'address', budgetMs: act.budgetMs };
    case 'setMode':
      return { type: 'floor.setMode', mode: act.mode };
    case 'startItem':
    case 'closeItem':
    case 'suspendItem':
      return { type: `agenda.${act.do}`, item: act.item };
    case 'changeItem':
      return { type: 'agenda.changeItem', item: act.item, plannedMs: act.plannedMs, limit: act.limit };
  }
}
