import { expect, it } from 'vitest';
import form1 from '../testing/logs/form1.json' with { type: 'json' };
import { items, members, seats } from '../testing/sample.ts';
import { by, held, tell } from '../testing/story.ts';
import { evolve } from './evolve.ts';
import { LoggedEvent } from './messages.ts';
import { initialState } from './session/rules.ts';
import { upcast } from './upcast.ts';

it('[SE7] a log that was written in an older form is read as the meeting that it was', () => {
  const log = form1.map((event) => LoggedEvent.parse(upcast(event)));
  const { agenda, floor, questions, session } = log.reduce(evolve, initialState);
  expect(agenda.current).toBe(items.discussion);
  expect(agenda.items.map(({ id }) => id).slice(-3)).toEqual(['i-tea', items.discussion, items.closing]);
  expect(agenda.items.map(({ parent, limit }) => ({ parent, limit }))).toEqual(
    agenda.items.map(() => ({ parent: null, limit: 'soft' })),
  );
  expect(floor.turns).toMatchObject([
    { id: 't-e', seat: seats.iran, usedMs: 45_000, status: { kind: 'suspended', member: members.iran } },
  ]);
  expect(questions.questions).toMatchObject([{ id: 'q-1', status: 'answered' }]);
  expect(session.policy).toMatchObject({ turnMs: 180_000, limits: { turn: 'soft' } });
});

it('the older form is one that today is refused as it is', () => {
  expect(form1.some((event) => !LoggedEvent.safeParse(event).success)).toBe(true);
});

it('leaves an event of today alone, and whatever is no event', () => {
  const { log } = tell(...held(), by(members.chair, { type: 'floor.give', seat: seats.norway }));
  for (const event of log) expect(upcast(event)).toEqual(event);
  for (const other of [null, 'floor.called', { type: 'constructor' }, { type: 7 }]) expect(upcast(other)).toBe(other);
});
