import type { Id, MeetingTime } from '../words.ts';
import type { DelegationTime, Floor, FloorEvent, Turn, TurnStatus } from './schema.ts';

// The clock goes on, or stands on, as it did; one that stood for a lost link runs again with whoever takes over. [FL20]
function handed(status: TurnStatus, member: Id, since: MeetingTime): TurnStatus {
  if (status.kind === 'paused') return { ...status, member };
  if (status.kind === 'lost' && status.clock === 'paused') return { kind: 'paused', member, by: status.by };
  return { kind: 'speaking', member, since };
}

function statusAfter(turn: Turn, event: FloorEvent): TurnStatus {
  const { status } = turn;
  switch (event.type) {
    case 'floor.taken':
      return { kind: 'speaking', member: event.member, since: event.since };
    case 'floor.paused':
      return status.kind === 'speaking' ? { kind: 'paused', member: status.member, by: event.by } : status;
    case 'floor.resumed':
      if (status.kind === 'lost') return { ...status, clock: 'running', by: null };
      return status.kind === 'paused' ? { kind: 'speaking', member: status.member, since: event.since } : status;
    case 'floor.handedOver':
      return handed(status, event.member, event.since);
    case 'floor.linkLost':
      if (status.kind !== 'speaking' && status.kind !== 'paused') return status;
      return {
        kind: 'lost',
        member: status.member,
        since: event.since,
        until: event.until,
        clock: status.kind === 'speaking' ? 'running' : 'paused',
        by: status.kind === 'paused' ? status.by : null,
      };
    case 'floor.linkRestored':
      if (status.kind !== 'lost') return status;
      return status.clock === 'running'
        ? { kind: 'speaking', member: status.member, since: event.since }
        : { kind: 'paused', member: status.member, by: status.by };
    case 'floor.suspended':
      return status.kind === 'lost' ? { kind: 'suspended', member: status.member } : status;
    default:
      return status;
  }
}

function turnAfter(turn: Turn, event: FloorEvent): Turn {
  const next = { ...turn, status: statusAfter(turn, event) };
  if ('usedMs' in event) next.usedMs = event.usedMs;
  if (event.type === 'floor.extended' || event.type === 'floor.shortened') next.limitMs = event.limitMs;
  if (event.type === 'floor.yieldedToQuestions') next.takesQuestions = true;
  if (event.type === 'floor.screenSet') next.screen = event.screen;
  if (event.type === 'floor.linkRestored' || event.type === 'floor.handedOver') next.lostMs = event.lostMs;
  // Suspended, the turn has used its allowance: retaken and lost again, it is not given a second one. [FL12]
  if (event.type === 'floor.suspended' && turn.status.kind === 'lost')
    next.lostMs = turn.lostMs + (turn.status.until - turn.status.since);
  return next;
}

function withTime(floor: Floor, delegation: Id, change: Partial<DelegationTime>): Floor {
  const known = floor.delegations.some((time) => time.delegation === delegation);
  const all = known ? floor.delegations : [...floor.delegations, { delegation, budgetMs: null, usedMs: 0 }];
  return {
    ...floor,
    delegations: all.map((time) => (time.delegation === delegation ? { ...time, ...change } : time)),
  };
}

function spent(floor: Floor, delegation: Id, ms: number): Floor {
  const before = floor.delegations.find((time) => time.delegation === delegation)?.usedMs ?? 0;
  return withTime(floor, delegation, { usedMs: before + ms });
}

/** The floor after one of its events. */
export function evolveFloor(floor: Floor, event: FloorEvent): Floor {
  switch (event.type) {
    case 'floor.modeSet':
      return { ...floor, mode: event.mode };
    case 'floor.called': {
      const { type: _, turn: id, answerBy, ...rest } = event;
      const turn: Turn = { id, ...rest, screen: 'none', takesQuestions: false, status: { kind: 'called', answerBy } };
      const called = { ...floor, turns: [...floor.turns, turn] };
      // What a returned turn has used is counted with it again, and no longer with the turns that are over.
      return turn.delegation === null || turn.usedMs === 0 ? called : spent(called, turn.delegation, -turn.usedMs);
    }
    case 'floor.budgetSet':
      return withTime(floor, event.delegation, { budgetMs: event.budgetMs });
    case 'floor.turnEnded': {
      const ended = floor.turns.find((turn) => turn.id === event.turn);
      const rest = { ...floor, turns: floor.turns.filter((turn) => turn.id !== event.turn) };
      return ended === undefined || ended.delegation === null ? rest : spent(rest, ended.delegation, event.usedMs);
    }
    default:
      return { ...floor, turns: floor.turns.map((turn) => (turn.id === event.turn ? turnAfter(turn, event) : turn)) };
  }
}
