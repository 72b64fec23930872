import { describe, expect, it } from 'vitest';
import form1 from '../testing/logs/form1.json' with { type: 'json' };
import form2 from '../testing/logs/form2.json' with { type: 'json' };
import { items, members, seats } from '../testing/sample.ts';
import { beginning, by, held, tell } from '../testing/story.ts';
import { evolve } from './evolve.ts';
import { decide } from './meeting.ts';
import { LoggedEvent } from './messages.ts';
import { defaultPolicy } from './session/policy.ts';
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

const readForm2 = () => {
  const log = form2.map((event) => LoggedEvent.parse(upcast(event)));
  return { log, state: log.reduce(evolve, initialState) };
};

describe('a log of form 2', () => {
  it('[SE7] holds requests to speak that were interventions, in the order that they were asked', () => {
    const { state } = readForm2();
    const [, list] = state.speakers.lists;
    expect(list).toEqual({
      item: items.discussion,
      status: 'open',
      tour: null,
      entries: [
        {
          id: 'e-1',
          seat: seats.norway,
          kind: 'intervention',
          topic: { text: 'Water' },
          category: null,
          turn: null,
          status: 'speaking',
          requestedAt: 71_000,
          usedMs: 0,
        },
        expect.objectContaining({ id: 'e-2', kind: 'intervention', category: null, turn: null, status: 'waiting' }),
      ],
    });
    expect(state.speakers.heard).toEqual({ item: items.discussion, turn: 't-1', seat: seats.norway });
  });

  it('[SE7] holds questions with nothing but a text, named to the room', () => {
    expect(readForm2().state.questions.questions).toMatchObject([
      {
        id: 'q-1',
        text: { text: 'How is water shared?' },
        status: 'deferred',
        live: false,
        anonymous: false,
        addressee: null,
        followUp: null,
        translation: null,
        labels: [],
        mergedInto: null,
        votes: 0,
        voters: [],
        left: null,
        answer: null,
      },
      { id: 'q-2', status: 'submitted' },
    ]);
  });

  it('[SE7] holds a floor that somebody interrupted without an entry, and a policy without lengths of responses', () => {
    const { log, state } = readForm2();
    const interruption = log.find((event) => event.type === 'floor.called' && event.turn === 't-2');
    expect(interruption).toMatchObject({ purpose: { kind: 'interposed', turn: 't-1', entry: null } });
    expect(state.floor.turns).toMatchObject([{ id: 't-1', takesQuestions: false, status: { kind: 'speaking' } }]);
    expect(state.session.policy).toEqual({ ...defaultPolicy, turnMs: 120_000 });
  });

  it('[SE7] [SE11] goes on: its speaker is responded to, and a call of then could be taken back', () => {
    const { log, state } = readForm2();
    const called = log.slice(
      0,
      log.findIndex((event) => event.type === 'floor.taken' && event.turn === 't-1'),
    );
    const before = called.reduce(evolve, initialState);
    const context = { now: 72_000, wall: beginning.wall + 72_000, commandId: 'c-99' };
    const actedBy = (member: string) => ({ ...context, actor: { kind: 'member' as const, member } });
    expect(decide(before, { type: 'session.undo', of: 't-1' }, actedBy(members.chair))).toHaveProperty('events');
    const respond = { type: 'speakers.respond', turn: 't-1', kind: 'directResponse', topic: null } as const;
    expect(decide(state, respond, actedBy(members.india))).toMatchObject({
      events: [{ type: 'speakers.floorRequested', kind: 'directResponse', before: 'e-2' }],
    });
  });
});

const refused = (log: readonly unknown[]) => log.filter((event) => !LoggedEvent.safeParse(event).success).length;

it('the older forms are ones that today are refused as they are', () => {
  expect(refused(form1)).toBeGreaterThan(0);
  expect(refused(form2)).toBeGreaterThan(0);
});

it('leaves what an older event says of its own, also where it is broken', () => {
  const broken = { type: 'speakers.floorRequested', kind: 'tour', entry: 'e', before: 'x' };
  expect(upcast(broken)).toEqual({ ...broken, category: null, turn: null });
  for (const purpose of [null, 'interposed', { kind: 'invited' }])
    expect(upcast({ type: 'floor.called', purpose })).toMatchObject({ purpose });
  for (const kind of ['interposed', 'pointOfOrder']) {
    const old = { type: 'floor.called', purpose: { kind, turn: 't' } };
    expect(upcast(old)).toMatchObject({ purpose: { kind, turn: 't', entry: null } });
    expect(upcast({ type: 'floor.called', purpose: { kind, turn: 't', entry: 'e' } })).toMatchObject({
      purpose: { entry: 'e' },
    });
  }
  for (const act of [null, { undo: null }, { undo: { kind: 'close' } }])
    expect(upcast({ type: 'session.actRecorded', act })).toEqual({ type: 'session.actRecorded', act });
  expect(upcast({ type: 'session.actRecorded', act: { undo: { kind: 'call', turn: 't', lapsed: ['e'] } } })).toEqual({
    type: 'session.actRecorded',
    act: { undo: { kind: 'call', turn: 't', lapsed: ['e'] } },
  });
  expect(upcast({ type: 'session.created', agenda: 'none', policy: 7, hardStops: [7] })).toEqual({
    type: 'session.created',
    agenda: 'none',
    policy: 7,
    hardStops: [7],
  });
  expect(upcast({ type: 'questions.submitted', question: null })).toEqual({
    type: 'questions.submitted',
    question: null,
  });
});

it('leaves an event of today alone, and whatever is no event', () => {
  const { log } = tell(...held(), by(members.chair, { type: 'floor.give', seat: seats.norway }));
  for (const event of log) expect(upcast(event)).toEqual(event);
  for (const other of [null, 'floor.called', { type: 'constructor' }, { type: 7 }]) expect(upcast(other)).toBe(other);
});
