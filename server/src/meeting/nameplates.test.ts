import { readFileSync } from 'node:fs';
import { decideBySystem, evolve, initialState, type MeetingState, type Visibility, viewFor } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import type { MeetingWords } from '../storage/ports.ts';
import { parseMeetingFile } from './meetingFile.ts';
import { nameplatesFor } from './nameplates.ts';
import { prepare } from './plan.ts';

const example = parseMeetingFile(
  readFileSync(new URL('../../../examples/2020-05-28-regional-dimensions.json', import.meta.url), 'utf8'),
  'example.json',
);

/** The example with everybody inside, an operator and an interpreter among them. */
function meetingWith(visibility: Visibility): {
  state: MeetingState;
  words: MeetingWords;
  on: (seat: string) => string;
} {
  const staff = (['operator', 'interpreter'] as const).map((role) => ({
    id: role,
    role,
    people: [{ name: `Name of the ${role}` }],
  }));
  const file = { ...example, policy: { visibility }, seats: [...example.seats, ...staff] };
  const { plan, seats, words } = prepare(file, 0);
  const context = { now: 0, wall: 0, actor: { kind: 'system' as const }, commandId: 'c' };
  const decision = decideBySystem(initialState, { type: 'session.create', ...plan, seats }, context);
  if ('refusal' in decision) throw new Error(decision.refusal.code);
  const created = decision.events.reduce(evolve, initialState);
  const state = created.roster.members.reduce<MeetingState>(
    (now, { id }) =>
      [
        { type: 'roster.lobbyEntered' as const, member: id, ruleVersion: 1 },
        { type: 'roster.admitted' as const, member: id },
      ].reduce(evolve, now),
    created,
  );
  const on = (seat: string): string =>
    state.roster.seats.find(({ id }) => words.seats[id] === seat)?.members[0] ?? `nobody on ${seat}`;
  return { state, words, on };
}

const nameplates = (visibility: Visibility, seat: string) => {
  const { state, words, on } = meetingWith(visibility);
  const viewer = on(seat);
  const seen = nameplatesFor(viewFor(state, viewer), words, viewer);
  const nameOn = (other: string) => seen.members[on(other)]?.name;
  return { seen, nameOn, told: Object.values(seen.delegations).map(({ en }) => en) };
};

const named = ['chair', 'co-moderator', 'keynote', 'operator', 'interpreter'];
const unnamed = ['us-1', 'de-1', 'observer', 'rapporteur'];

describe('what a participant reads of the others', () => {
  it('is every name where the meeting shows names', () => {
    const { seen, told } = nameplates('names', 'ir-1');
    expect(Object.values(seen.members).every(({ name }) => name !== null)).toBe(true);
    expect(told).toContain('United States');
  });

  it.each(['delegations', 'counts'] as const)(
    'is no name of other delegates with %s, and who presides, moderates, gives the keynote, interprets or operates',
    (visibility) => {
      const { seen, nameOn } = nameplates(visibility, 'ir-1');
      expect(named.map(nameOn).every((name) => typeof name === 'string')).toBe(true);
      expect(nameOn('ir-1')).toBe('Leila Farahmand');
      expect(unnamed.map(nameOn)).toEqual(unnamed.map(() => null));
      // An office would give the person away as a name does.
      expect(Object.values(seen.members).filter(({ name, office }) => name === null && office !== null)).toEqual([]);
    },
  );

  it('is their delegations with delegations, and with counts none that somebody unnamed is of', () => {
    expect(nameplates('delegations', 'ir-1').told).toContain('United States');
    expect(nameplates('counts', 'ir-1').told).not.toContain('United States');
  });

  it('reaches nobody in any form: no hidden name is in what a viewer is sent', () => {
    const { state, words, on } = meetingWith('counts');
    const viewer = on('ir-1');
    const sent = JSON.stringify(nameplatesFor(viewFor(state, viewer), words, viewer));
    const hidden = state.roster.seats
      .filter(
        ({ role, members }) => ['participant', 'observer', 'rapporteur'].includes(role) && !members.includes(viewer),
      )
      .flatMap(({ members }) =>
        members.flatMap((id) => [words.members[id]?.name ?? '', words.members[id]?.office ?? '']),
      );
    const shown = new Set(named.flatMap((seat) => words.members[on(seat)]?.office ?? []));
    const secret = hidden.filter((word) => word !== '' && !shown.has(word));
    expect(secret.length).toBeGreaterThan(10);
    expect(secret.filter((word) => sent.includes(word))).toEqual([]);
    // The control: with names, all of them are there.
    const open = meetingWith('names');
    const all = JSON.stringify(nameplatesFor(viewFor(open.state, open.on('ir-1')), open.words, open.on('ir-1')));
    expect(secret.filter((word) => !all.includes(word))).toEqual([]);
  });
});

it.each(['chair', 'co-moderator', 'operator'])('the %s reads every name, whatever the meeting shows', (seat) => {
  const { seen, told } = nameplates('counts', seat);
  expect(Object.values(seen.members).every(({ name }) => name !== null)).toBe(true);
  expect(told).toContain('United States');
});

it('[VI2] at the threshold a person reads the own name alone', () => {
  const { state, words, on } = meetingWith('names');
  const viewer = on('ir-1');
  const outside = evolve(state, { type: 'roster.left', member: viewer });
  const { members, delegations } = nameplatesFor(viewFor(outside, viewer), words, viewer);
  expect(Object.values(members).map(({ name }) => name)).toEqual(['Leila Farahmand']);
  expect(Object.values(delegations).map(({ en }) => en)).toEqual(['Iran']);
});
