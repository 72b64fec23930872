import type { RefusalCode } from '../../meeting/messages.ts';
import type { Id } from '../../meeting/words.ts';
import { items, members, seats } from '../sample.ts';
import { by, held, pass, type Step, started } from '../story.ts';
import { asks, behind, chairAsks, give, speaking, take, type Way } from './steps.ts';

const { chair, moderator, keynote, keynoteAide, norway, iran } = members;

const directed = by(chair, { type: 'floor.setMode', mode: 'directed' });
const hardPolicy = {
  limits: { turn: 'soft', question: 'soft', answer: 'soft', keynote: 'soft', delegation: 'hard' },
} as const;
const budget = (delegation: Id, budgetMs: number): Step => by(chair, { type: 'floor.setBudget', delegation, budgetMs });

/** The refusals of `floor`, and a way to meet each. */
export const floorWays: Record<Extract<RefusalCode, `floor.${string}`>, Way> = {
  'floor.heldByAnother': chairAsks({ type: 'floor.give', seat: seats.iran }, give(seats.norway, 't1')),
  'floor.noFreePlace': chairAsks(
    { type: 'floor.give', seat: seats.pakistan },
    directed,
    give(seats.norway, 't1'),
    give(seats.iran, 't2'),
    give(seats.india, 't3'),
  ),
  'floor.unknownTurn': chairAsks({ type: 'floor.endTurn', turn: 'constructor' }),
  'floor.unknownSeat': chairAsks({ type: 'floor.give', seat: '__proto__' }),
  'floor.notYours': asks(iran, { type: 'floor.take', turn: 't1' }, give(seats.norway, 't1')),
  'floor.seatHasTurn': chairAsks({ type: 'floor.give', seat: seats.norway }, directed, give(seats.norway, 't1')),
  'floor.seatAbsent': chairAsks({ type: 'floor.give', seat: seats.norway }, by(norway, { type: 'roster.leave' })),
  'floor.notCalled': asks(norway, { type: 'floor.take', turn: 't1' }, give(seats.norway, 't1'), take(norway, 't1')),
  'floor.notSpeaking': chairAsks({ type: 'floor.pause', turn: 't1' }, give(seats.norway, 't1')),
  'floor.notPaused': chairAsks({ type: 'floor.resume', turn: 't1' }, give(seats.norway, 't1')),
  'floor.noLimit': chairAsks(
    { type: 'floor.extend', turn: 't1', byMs: 60_000 },
    by(moderator, { type: 'floor.takeMicrophone' }, 't1'),
  ),
  'floor.modeAlreadySet': chairAsks({ type: 'floor.setMode', mode: 'moderated' }),
  'floor.notOpenMode': asks(norway, { type: 'floor.takeMicrophone' }),
  'floor.interruptedAlready': chairAsks(
    { type: 'floor.interpose', turn: 't1', seat: seats.india, kind: 'interposed' },
    ...speaking,
    by(chair, { type: 'floor.interpose', turn: 't1', seat: seats.iran, kind: 'interposed' }),
  ),
  'floor.itemTimeUp': chairAsks(
    { type: 'floor.give', seat: seats.norway },
    started('opening'),
    by(chair, { type: 'agenda.changeItem', item: items.opening, limit: 'hard' }),
    pass(600_000),
  ),
  'floor.budgetSpent': {
    after: [...held(hardPolicy), by(chair, { type: 'floor.setBudget', delegation: 'd-oslo', budgetMs: 0 })],
    by: chair,
    asks: { type: 'floor.give', seat: seats.norway },
  },
  'floor.seatBackstage': chairAsks(
    { type: 'floor.give', seat: seats.keynote },
    behind(keynote),
    by(keynoteAide, { type: 'roster.leave' }),
  ),
  'floor.memberAbsent': asks(
    iran,
    { type: 'floor.handOver', turn: 't1', member: members.iranAide },
    give(seats.iran, 't1'),
    take(iran, 't1'),
    by(members.iranAide, { type: 'roster.leave' }),
  ),
  'floor.holdsAlready': asks(norway, { type: 'floor.handOver', turn: 't1', member: norway }, ...speaking),
  'floor.screenSettled': asks(norway, { type: 'floor.denyScreen', turn: 't1' }, ...speaking),
  'floor.unknownDelegation': chairAsks({ type: 'floor.setBudget', delegation: 'constructor', budgetMs: null }),
  'floor.nothingToYield': chairAsks(
    { type: 'floor.yield', turn: 't1', to: { kind: 'chair' } },
    by(chair, { type: 'floor.takeMicrophone' }, 't1'),
  ),
  'floor.yieldedAlready': asks(
    norway,
    { type: 'floor.yield', turn: 't1', to: { kind: 'questions' } },
    ...speaking,
    by(norway, { type: 'floor.yield', turn: 't1', to: { kind: 'questions' } }),
  ),
  'floor.noBudget': chairAsks({ type: 'floor.topUp', delegation: 'd-oslo', byMs: 60_000 }),
  'floor.nothingLeft': chairAsks(
    { type: 'floor.shareOut', from: 'd-oslo', to: ['d-delhi'] },
    budget('d-oslo', 0),
    budget('d-delhi', 60_000),
  ),
};
