import type { FileItem, FileSeat, MeetingFile } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { changesOf, rebased } from './changes.ts';
import {
  addItem,
  changeItem,
  dropItem,
  dropSeat,
  moveItem,
  moveSeat,
  type Plan,
  plannedTimes,
  putSeat,
  withRule,
} from './plan.ts';

const item = (id: string, minutes: number, more: Partial<FileItem> = {}): FileItem => ({
  id,
  type: 'openDiscussion',
  title: { en: id },
  minutes,
  attribution: 'chathamHouse',
  ...more,
});

const seat = (id: string, delegation?: string): FileSeat => ({
  id,
  role: id === 'chair' ? 'chair' : 'participant',
  people: [{ id: 'person-1', name: `Person of ${id}` }],
  ...(delegation === undefined ? {} : { delegation }),
});

const file: MeetingFile = {
  format: 'track2.meeting/1',
  id: 'm',
  title: { en: 'Regional dimensions' },
  hosts: { en: 'Hosts' },
  timeZone: 'Asia/Kabul',
  rule: { version: 3, text: { en: 'Name nobody.' } },
  delegations: { no: { en: 'Norway' }, ir: { en: 'Iran' } },
  budgets: { no: 20 },
  seats: [seat('chair'), seat('no-1', 'no'), seat('ir-1', 'ir')],
  agenda: [
    item('opening', 10),
    item('theme', 5, { parts: [item('trade', 20, { speaker: 'no-1' }), item('transit', 25)] }),
    item('closing', 5),
  ],
  hardStops: [
    { item: 'trade', after: 30, label: { en: 'The minister leaves' } },
    { after: 70, label: { en: 'The room closes' } },
  ],
};
const plan: Plan = { series: null, startsAt: 1_000_000, file };
const withFile = (changed: MeetingFile): Plan => ({ ...plan, file: changed });
const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

describe('seats', () => {
  it('a seat that goes takes its delegation, its time, and its name as speaker with it', () => {
    const left = dropSeat(file, 'no-1');
    expect(idsOf(left.seats)).toEqual(['chair', 'ir-1']);
    expect(left.delegations).toEqual({ ir: { en: 'Iran' } });
    expect(left.budgets).toBeUndefined();
    expect(left.agenda[1]?.parts?.[0]).not.toHaveProperty('speaker');
  });

  it('a delegation that two seats share is renamed for both, and stays when one of them goes', () => {
    const two = putSeat(file, { seat: seat('no-2', 'no'), delegation: { en: 'Kingdom of Norway' }, budget: 30 });
    expect(two.delegations.no).toEqual({ en: 'Kingdom of Norway' });
    expect(two.budgets).toEqual({ no: 30 });
    expect(dropSeat(two, 'no-1').delegations.no).toEqual({ en: 'Kingdom of Norway' });
  });

  it('a seat without a delegation leaves none behind', () => {
    const freed = putSeat(file, { seat: seat('no-1', 'no'), delegation: null, budget: null });
    expect(freed.seats[1]).not.toHaveProperty('delegation');
    expect(Object.keys(freed.delegations)).toEqual(['ir']);
  });

  it('moves before another, and to the end', () => {
    expect(idsOf(moveSeat(file, 'ir-1', 'no-1').seats)).toEqual(['chair', 'ir-1', 'no-1']);
    expect(idsOf(moveSeat(file, 'chair', null).seats)).toEqual(['no-1', 'ir-1', 'chair']);
  });
});

describe('the agenda', () => {
  it('an item that goes takes its parts with it, and the hard stops that held for them', () => {
    const left = dropItem(file, 'theme');
    expect(idsOf(left.agenda)).toEqual(['opening', 'closing']);
    expect(left.hardStops).toEqual([{ after: 70, label: { en: 'The room closes' } }]);
  });

  it('the last part that goes leaves an item without parts', () => {
    expect(dropItem(dropItem(file, 'trade'), 'transit').agenda[1]).not.toHaveProperty('parts');
  });

  it('moves within its own level', () => {
    expect(idsOf(moveItem(file, 'transit', 'trade').agenda[1]?.parts ?? [])).toEqual(['transit', 'trade']);
    expect(idsOf(moveItem(file, 'opening', null).agenda)).toEqual(['theme', 'closing', 'opening']);
  });

  it('keeps the parts of an item that is changed, and puts a new part last', () => {
    const changed = changeItem(file, item('theme', 7, { title: { en: 'Economy' } }));
    expect(changed.agenda[1]).toMatchObject({ minutes: 7, title: { en: 'Economy' } });
    expect(idsOf(addItem(changed, item('water', 5), 'theme').agenda[1]?.parts ?? [])).toEqual([
      'trade',
      'transit',
      'water',
    ]);
  });

  it('plans each item after the time of all before it, with that of an item before its parts', () => {
    const { begins, whole } = plannedTimes(file.agenda);
    expect(Object.fromEntries(begins)).toEqual({ opening: 0, theme: 10, trade: 15, transit: 35, closing: 60 });
    expect(whole).toBe(65);
  });
});

it('another text of the rule is the next version, and the first text again the first version', () => {
  const changed = withRule(file, { en: 'Name nobody, ever.' }, file.rule);
  expect(changed.rule.version).toBe(4);
  expect(withRule(changed, { en: 'Nothing at all.' }, file.rule).rule.version).toBe(4);
  expect(withRule(changed, { en: 'Name nobody.' }, file.rule).rule.version).toBe(3);
});

describe('what has changed', () => {
  it('is named thing by thing', () => {
    const moved = moveItem(dropSeat(file, 'ir-1'), 'closing', 'opening');
    const changed = withFile(changeItem(moved, item('opening', 15)));
    expect(changesOf(plan, { ...changed, startsAt: 2 })).toEqual([
      { kind: 'start' },
      { kind: 'delegations' },
      { kind: 'itemChanged', title: { en: 'opening' } },
      { kind: 'agendaMoved' },
      { kind: 'seatDropped', name: 'Person of ir-1' },
    ]);
  });

  it('is nothing where only the order of fields differs', () => {
    const { title, ...rest } = file;
    expect(changesOf(plan, withFile({ ...rest, title }))).toEqual([]);
  });
});

describe('changes put onto what others have saved meanwhile', () => {
  const mine = withFile(putSeat(file, { seat: seat('de-1', 'de'), delegation: { en: 'Germany' }, budget: null }));
  const theirs = withFile(moveItem(dropSeat({ ...file, title: { en: 'Trade' } }, 'ir-1'), 'closing', 'opening'));

  it('keep both where they are of different things', () => {
    const { file: both } = rebased(plan, mine, theirs);
    expect(both.title).toEqual({ en: 'Trade' });
    expect(idsOf(both.seats)).toEqual(['chair', 'no-1', 'de-1']);
    expect(both.delegations.de).toEqual({ en: 'Germany' });
    expect(idsOf(both.agenda)).toEqual(['closing', 'opening', 'theme']);
  });

  it('keep mine where both changed one thing, and a rule of mine comes after theirs', () => {
    const retitled = withFile(withRule({ ...file, title: { en: 'Mine' } }, { en: 'Mine.' }, file.rule));
    const ruled = withFile(withRule(theirs.file, { en: 'Theirs.' }, file.rule));
    const { file: both } = rebased(plan, retitled, ruled);
    expect(both.title).toEqual({ en: 'Mine' });
    expect(both.rule).toEqual({ version: 5, text: { en: 'Mine.' } });
  });
});
