import { expect, it } from 'vitest';
import { isToSomebody, wayCommand, ways } from './ways.ts';

const asked = { item: 'i1', turn: 't1', category: 'rule', topic: '  Borders ' } as const;

it('each way is a command with what was seen and typed', () => {
  expect(ways.map((way) => wayCommand(way, asked))).toEqual([
    { type: 'speakers.respond', turn: 't1', kind: 'directResponse', topic: 'Borders' },
    { type: 'speakers.respond', turn: 't1', kind: 'clarification', topic: 'Borders' },
    { type: 'speakers.respond', turn: 't1', kind: 'interposed', topic: 'Borders' },
    { type: 'speakers.raisePointOfOrder', item: 'i1', category: 'rule', topic: 'Borders' },
    { type: 'speakers.requestReply', item: 'i1', topic: 'Borders' },
    { type: 'speakers.requestFloor', item: 'i1', topic: 'Borders' },
  ]);
});

it('a topic of nothing is none', () => {
  expect(wayCommand('rightOfReply', { ...asked, topic: '   ' })).toMatchObject({ topic: null });
});

it('there is nothing to ask without an item, and nobody to respond to without a turn', () => {
  expect(ways.map((way) => wayCommand(way, { ...asked, item: null }))).toEqual(ways.map(() => null));
  const without = ways.filter((way) => wayCommand(way, { ...asked, turn: null }) === null);
  expect(without).toEqual(ways.filter(isToSomebody));
});
