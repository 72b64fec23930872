import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import page from '../../RULES.md?raw';
import { type Played, play } from '../testing/history.ts';
import { history } from '../testing/moves.ts';
import { tableBelow, wordsIn } from '../testing/rulesPage.ts';
import { evolve } from './evolve.ts';
import type { MeetingState } from './state.ts';

vi.setConfig({ testTimeout: 60_000 });

const commandRows = tableBelow(page, '| Command | Roles');
const common = [
  'actor.unknown',
  'roster.removed',
  'role.required',
  'presence.required',
  'session.adjourned',
  'session.notOpen',
];

/** Histories that chance has made, always the same: enough of them to see every transition. */
const played: Played[] = fc
  .sample(history({ moves: 120 }), { numRuns: 1000, seed: 28_052_020 })
  .flatMap((told) => play(told).played);

/** Every change of a status that an event of these histories makes, as `from > event > to`. */
function transitionsIn(history: readonly Played[], of: (state: MeetingState) => [string, string][]): Set<string> {
  const seen = new Set<string>();
  for (const { before, decision } of history) {
    let state = before.state;
    for (const event of 'events' in decision ? decision.events : []) {
      const was = new Map(of(state));
      state = evolve(state, event);
      const is = new Map(of(state));
      for (const id of new Set([...was.keys(), ...is.keys()])) {
        const [from, to] = [was.get(id) ?? 'new', is.get(id) ?? 'gone'];
        if (from !== to) seen.add(`${from} > ${event.type} > ${to}`);
      }
    }
  }
  return seen;
}

const documentedIn = (table: string): Set<string> =>
  new Set(
    tableBelow(page, `### ${table}`).flatMap(([from, events, to]) =>
      wordsIn(from)
        .flatMap((start) => wordsIn(to).map((end) => [start, end] as const))
        .filter(([start, end]) => start !== end)
        .flatMap(([start, end]) => wordsIn(events).map((event) => `${start} > ${event} > ${end}`)),
    ),
  );

describe('the table of commands in RULES.md', () => {
  it('names every refusal that random histories meet', () => {
    const refusals = new Map(
      commandRows.map(([command, , presence, , , own]) => [
        command,
        [...wordsIn(own), ...common, ...(presence === 'room' ? ['presence.backstage'] : [])],
      ]),
    );
    const system = tableBelow(page, 'The platform itself asks');
    for (const [command, , own] of system) refusals.set(command, wordsIn(own));
    const unnamed = played.flatMap(({ command, decision }) =>
      'refusal' in decision && !refusals.get(command.type)?.includes(decision.refusal.code)
        ? [`${command.type}: ${decision.refusal.code}`]
        : [],
    );
    expect([...new Set(unnamed)]).toEqual([]);
  });
});

describe('the transition tables in RULES.md', () => {
  /** For each table, what has a status in a state, by id. */
  const statuses: Record<string, (state: MeetingState) => [id: string, status: string][]> = {
    Session: ({ session }) => [['session', session.status]],
    PresenceStatus: ({ roster }) => roster.members.map(({ id, presence }) => [id, presence.status]),
    AgendaItemStatus: ({ agenda }) => agenda.items.map(({ id, status }) => [id, status]),
    TurnStatus: ({ floor }) => floor.turns.map(({ id, status }) => [id, status.kind]),
    QueueEntryStatus: ({ speakers }) => speakers.lists.flatMap(({ entries }) => entries.map((e) => [e.id, e.status])),
    QuestionStatus: ({ questions }) => questions.questions.map(({ id, status }) => [id, status]),
    RoundStatus: ({ questions }) => questions.rounds.map(({ id, status }) => [id, status]),
  };

  it('hold every transition that random histories make, and no other', () => {
    const differences = Object.entries(statuses).flatMap(([table, of]) => {
      const documented = documentedIn(table);
      const seen = transitionsIn(played, of);
      return [
        ...[...seen].flatMap((one) => (documented.has(one) ? [] : [`${table} lacks ${one}`])),
        ...[...documented].flatMap((one) => (seen.has(one) ? [] : [`${table} has ${one}, which was never made`])),
      ];
    });
    expect(differences).toEqual([]);
  });
});
