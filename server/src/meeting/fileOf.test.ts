import { readFileSync } from 'node:fs';
import {
  type Command,
  decide,
  decideBySystem,
  evolve,
  initialState,
  type MeetingFile,
  type MeetingState,
  Template,
} from '@track2/shared';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templateFile } from '../desk/templates.ts';
import { newId } from '../identity/secrets.ts';
import type { MeetingWords } from '../storage/ports.ts';
import { fileOf, knownIds } from './fileOf.ts';
import { checkedMeetingFile, parseMeetingFile } from './meetingFile.ts';
import { type Prepared, prepare } from './plan.ts';

const fileAt = (name: string): MeetingFile =>
  parseMeetingFile(readFileSync(new URL(`../../../examples/${name}`, import.meta.url), 'utf8'), name);

const seconds = (min: number, max: number) => fc.integer({ min, max }).map((ms) => ms / 1000);

const startsAt = 1_800_000_000_000;

function stateOf({ plan, seats }: Prepared): MeetingState {
  const context = { now: 0, wall: 0, actor: { kind: 'system' as const }, commandId: newId() };
  const decision = decideBySystem(initialState, { type: 'session.create', ...plan, seats }, context);
  if ('refusal' in decision) throw new Error(decision.refusal.code);
  return decision.events.reduce(evolve, initialState);
}

/** A plan with each id as the number of its first appearance: equal for two that differ in their ids alone. */
function numbered({ plan, seats, words }: Prepared): unknown {
  const numbers = new Map<string, string>();
  const ids = new Set([
    ...seats.flatMap(({ id, members }) => [id, ...members.map((member) => member.id)]),
    ...Object.keys(words.delegations),
    ...plan.agenda.map(({ id }) => id),
    ...plan.hardStops.map(({ id }) => id),
  ]);
  const number = (id: string): string => {
    numbers.set(id, numbers.get(id) ?? `#${numbers.size}`);
    return numbers.get(id) ?? '';
  };
  const text = JSON.stringify({ seats, plan, words }).replace(/"(i[A-Za-z0-9_-]{22})"/g, (quoted, id: string) =>
    ids.has(id) ? `"${number(id)}"` : quoted,
  );
  return JSON.parse(text);
}

/** What comes of a meeting that is written as a file and loaded again. */
function again(state: MeetingState, words: MeetingWords): { file: MeetingFile; loaded: Prepared } {
  const file = fileOf('m-1', state, words);
  const checked = checkedMeetingFile(JSON.parse(JSON.stringify(file)));
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems));
  return { file, loaded: prepare(checked.file, startsAt) };
}

const named = Template.options.map((template): [string, MeetingFile] => {
  const words = { title: { en: 'A' }, hosts: { en: 'B' }, timeZone: 'Europe/Vienna' };
  return [template, templateFile({ kind: 'template', template, ...words })];
});

const files: [string, MeetingFile][] = [
  ['the example', fileAt('2020-05-28-regional-dimensions.json')],
  ['the example with an aide', fileAt('keynote-with-aide.json')],
  ...named,
];

describe('a meeting that is written as a file', () => {
  it.each(files)('is the same plan when it is loaded again: %s', (_, file) => {
    const first = prepare(file, startsAt);
    const { file: written, loaded } = again(stateOf(first), first.words);
    expect(numbered(loaded)).toEqual(numbered(first));
    expect(again(stateOf(loaded), loaded.words).file).toEqual(written);
    expect(written).toMatchObject({ id: file.id, agenda: file.agenda, delegations: file.delegations });
  });

  it('holds every time and choice to the millisecond, whatever they are', () => {
    const example = fileAt('keynote-with-aide.json');
    const policy = fc.record({
      turnSeconds: seconds(5000, 86_400_000),
      warnSeconds: seconds(0, 86_400_000),
      graceSeconds: seconds(0, 300_000),
      callSeconds: seconds(5000, 86_400_000),
      maxResponses: fc.integer({ min: 0, max: 10 }),
      visibility: fc.constantFrom('names' as const, 'delegations' as const, 'counts' as const),
      chat: fc.boolean(),
      upvotes: fc.boolean(),
    });
    const lengths = fc.array(fc.integer({ min: 0, max: 86_400_000 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(policy, lengths, (chosen, plannedMs) => {
        const agenda = example.agenda.map((item, index) => ({ ...item, minutes: (plannedMs[index] ?? 0) / 60_000 }));
        const first = prepare({ ...example, policy: chosen, agenda }, startsAt);
        expect(first.plan.agenda.filter(({ parent }) => parent === null).map((item) => item.plannedMs)).toEqual(
          plannedMs,
        );
        expect(numbered(again(stateOf(first), first.words).loaded)).toEqual(numbered(first));
      }),
      { numRuns: 100 },
    );
  });
});

/** A meeting in which the chair acts, as its desk would see it. */
class Acting {
  state: MeetingState;
  readonly words: MeetingWords;
  readonly #chair: string;

  constructor(file: MeetingFile) {
    const prepared = prepare(file, startsAt);
    this.state = stateOf(prepared);
    this.words = prepared.words;
    this.#chair = this.state.roster.seats.find(({ role }) => role === 'chair')?.members[0] ?? '';
    this.act({ type: 'roster.enterLobby', ruleVersion: file.rule.version });
  }

  act(command: Command): void {
    const actor = { kind: 'member' as const, member: this.#chair };
    const decision = decide(this.state, command, { now: 1, wall: startsAt, actor, commandId: newId() });
    if ('refusal' in decision) throw new Error(decision.refusal.code);
    this.state = decision.events.reduce(evolve, this.state);
  }

  get items() {
    return this.state.agenda.items;
  }
}

const acting = (): Acting => new Acting(fileAt('keynote-with-aide.json'));

describe('what the chair has changed', () => {
  const added = {
    type: 'agenda.addItem',
    itemType: 'openDiscussion',
    attribution: 'chathamHouse',
    plannedMs: 90_500,
    cameras: 'floorOnly',
    speaker: null,
    limit: 'hard',
  } as const;

  it('is in the file: items added, changed, moved and dropped, stops, budgets and the policy', () => {
    const meeting = acting();
    const [opening, keynote, questions] = meeting.items;
    if (!opening || !keynote || !questions) throw new Error('the example has them');
    meeting.act({ ...added, title: { en: 'Water prices' }, before: opening.id, parent: null });
    meeting.act({ type: 'agenda.changeItem', item: keynote.id, title: { en: 'Renamed' }, plannedMs: 61_000 });
    meeting.act({ type: 'agenda.moveItem', item: questions.id, before: keynote.id, parent: null });
    meeting.act({ type: 'agenda.dropItem', item: opening.id });
    meeting.act({
      type: 'agenda.setHardStop',
      stop: null,
      item: null,
      at: startsAt + 61_000,
      label: { en: 'Fire drill' },
    });
    meeting.act({ type: 'session.changePolicy', turnMs: 61_500, visibility: 'counts' });
    const { file, loaded } = again(meeting.state, meeting.words);
    expect(file.agenda.slice(0, 3).map(({ id, title, minutes, limit }) => [id, title.en, minutes, limit])).toEqual([
      ['item-1', 'Water prices', 90_500 / 60_000, 'hard'],
      ['questions', 'Questions to the minister', 30, undefined],
      ['keynote', 'Renamed', 61_000 / 60_000, undefined],
    ]);
    expect(file.policy).toMatchObject({ turnSeconds: 61.5, visibility: 'counts' });
    expect(file.hardStops).toContainEqual({ after: 61_000 / 60_000, label: { en: 'Fire drill' } });
    const plans = [...loaded.plan.agenda].map(({ title, plannedMs, cameras }) => [title, plannedMs, cameras]);
    expect(plans).toEqual(meeting.items.map(({ title, plannedMs, cameras }) => [title, plannedMs, cameras]));
  });

  it('keeps its ids when the desk saves the file, and what is new gets new ones', () => {
    const meeting = acting();
    meeting.act({ ...added, title: { en: 'Water prices' }, before: null, parent: null });
    const file = fileOf('m-1', meeting.state, meeting.words);
    const known = knownIds(meeting.state, meeting.words);
    const { plan, seats, words } = prepare(file, startsAt, known);
    expect(plan.agenda.map(({ id }) => id)).toEqual(meeting.items.map(({ id }) => id));
    expect(plan.hardStops.map(({ id }) => id)).toEqual(meeting.state.agenda.hardStops.map(({ id }) => id));
    expect(seats.map(({ id, members }) => [id, members.map((member) => member.id)])).toEqual(
      meeting.state.roster.seats.map(({ id, members }) => [id, members]),
    );
    expect(words.names.items[plan.agenda.at(-1)?.id ?? '']).toBe('item-1');
    const more = { ...file, agenda: [...file.agenda, { ...file.agenda[0], id: 'more' }] } as MeetingFile;
    const ids = new Set(meeting.items.map(({ id }) => id));
    expect(prepare(more, startsAt, known).plan.agenda.filter(({ id }) => !ids.has(id))).toHaveLength(1);
  });

  it('takes no name that is taken: a person without one is never another’s heir', () => {
    const meeting = acting();
    const known = knownIds(meeting.state, meeting.words);
    const file = fileOf('m-1', meeting.state, meeting.words);
    const anonymous = {
      ...file,
      seats: file.seats.map((seat) => ({ ...seat, people: seat.people.map(({ name }) => ({ name })) })),
    };
    const before = new Set(meeting.state.roster.members.map(({ id }) => id));
    const after = prepare(anonymous, startsAt, known).seats.flatMap(({ members }) => members);
    expect(after.filter(({ id }) => before.has(id))).toEqual([]);
    const kept = prepare(file, startsAt, known).seats.flatMap(({ members }) => members);
    expect(kept.every(({ id }) => before.has(id))).toBe(true);
  });

  it('of a meeting that is older than the desk gets names that stay', () => {
    const meeting = acting();
    const older: MeetingWords = { ...meeting.words, names: { file: null, items: {}, people: {}, delegations: {} } };
    const file = fileOf('m-1', meeting.state, older);
    expect(file.agenda.map(({ id }) => id)).toEqual(['item-1', 'item-2', 'item-3', 'item-4', 'item-9']);
    expect(file.id).toMatch(/^meeting-[0-9a-f]{12}$/);
    expect(fileOf('m-1', meeting.state, older)).toEqual(file);
    expect(prepare(file, startsAt, knownIds(meeting.state, older)).plan.agenda.map(({ id }) => id)).toEqual(
      meeting.items.map(({ id }) => id),
    );
    const loaded = prepare(file, startsAt);
    expect(fileOf('m-2', stateOf(loaded), loaded.words)).toEqual(file);
  });
});
