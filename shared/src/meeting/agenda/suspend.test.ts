import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, seats, startsAt } from '../../testing/sample.ts';
import { by, held, pass, received, type Step, started, tell } from '../../testing/story.ts';
import { listOf } from '../speakers/entries.ts';
import type { Id } from '../words.ts';
import { heldAt, itemById } from './rules.ts';

const { chair, moderator, keynote, norway } = members;

const suspended = (item: Id): Step => by(chair, { type: 'agenda.suspendItem', item });
const skipped = (item: Id): Step => by(chair, { type: 'agenda.skipItem', item });
const reopened = (item: Id): Step => by(chair, { type: 'agenda.reopenItem', item });
const closed = (item: Id): Step => by(chair, { type: 'agenda.closeItem', item });
const statusOf = (item: Id, ...steps: Step[]) => itemById(tell(...steps).state, item)?.status;

describe('suspending an item', () => {
  it('[AG12] ends its turns and its slides and keeps its list and its rounds', () => {
    const { state, ...outcome } = given(
      ...held(),
      started('qna'),
      received('d1', keynote),
      by(keynote, { type: 'slides.present', document: 'd1' }),
      by(norway, { type: 'speakers.requestFloor', item: items.qna, topic: null }, 'e1'),
      by(chair, { type: 'questions.openRound', item: items.qna }, 'r1'),
      by(chair, { type: 'floor.give', seat: seats.iran }, 't1'),
      pass(4000),
    ).when({ type: 'agenda.suspendItem', item: items.qna }, moderator);
    outcome.happens(
      { type: 'floor.turnEnded', turn: 't1', reason: 'itemClosed', usedMs: 0 },
      { type: 'slides.stopped' },
      { type: 'agenda.itemSuspended', item: items.qna, moment: { at: 4000, wall: startsAt + 4000 } },
    );
    expect(state.agenda.current).toBeNull();
    expect(itemById(state, items.qna)).toMatchObject({ status: 'suspended', heldMs: 4000, since: null });
    expect(listOf(state, items.qna)?.entries).toMatchObject([{ id: 'e1', status: 'waiting' }]);
    expect(state.questions.rounds).toMatchObject([{ id: 'r1', status: 'collecting' }]);
  });

  it('[AG12] started again it goes on, with the time it was held and its closed list closed', () => {
    const again = [
      ...held(),
      started('discussion'),
      by(chair, { type: 'speakers.closeList', item: items.discussion }),
      pass(4000),
      suspended(items.discussion),
      pass(50_000),
    ];
    given(...again)
      .when({ type: 'agenda.startItem', item: items.discussion }, chair)
      .happensOf('agenda.itemStarted', 'keynote.spotlightSet');
    const { state, now } = tell(...again, started('discussion'), pass(1000));
    const item = itemById(state, items.discussion);
    expect(item && heldAt(item, now)).toBe(5000);
    expect(item?.started).toEqual({ at: 0, wall: startsAt });
    expect(listOf(state, items.discussion)?.status).toBe('closed');
  });

  it('[AG12] is for the current item alone, and a suspended one is skipped but not dropped', () => {
    given(...held(), started('opening'))
      .when({ type: 'agenda.suspendItem', item: items.qna }, chair)
      .isRefused('agenda.itemNotCurrent');
    const once = [...held(), started('opening'), suspended(items.opening)];
    given(...once)
      .when({ type: 'agenda.dropItem', item: items.opening }, chair)
      .isRefused('agenda.itemHeld');
    expect(statusOf(items.opening, ...once, skipped(items.opening))).toBe('skipped');
  });

  it('[AG6] an item may come before a suspended one', () => {
    given(...held(), started('qna'), suspended(items.qna))
      .when({ type: 'agenda.moveItem', item: items.closing, before: items.qna, parent: null }, chair)
      .happensOf('agenda.itemMoved');
  });
});

describe('skipping and reopening', () => {
  it('[AG5] the current item and what is done are not skipped, and what is skipped is done', () => {
    given(...held(), started('opening'))
      .when({ type: 'agenda.skipItem', item: items.opening }, chair)
      .isRefused('agenda.itemCurrent');
    given(...held(), started('opening'), closed(items.opening))
      .when({ type: 'agenda.skipItem', item: items.opening }, chair)
      .isRefused('agenda.itemDone');
    const item = items.opening;
    for (const type of ['agenda.startItem', 'agenda.dropItem', 'agenda.changeItem', 'agenda.skipItem'] as const)
      given(...held(), skipped(item))
        .when({ type, item }, chair)
        .isRefused('agenda.itemDone');
  });

  it('[QU15] the rounds of a skipped item are completed', () => {
    given(...held(), by(chair, { type: 'questions.openRound', item: items.qna }, 'r1'))
      .when({ type: 'agenda.skipItem', item: items.qna }, chair)
      .happens(
        { type: 'questions.roundCompleted', round: 'r1', deferred: [] },
        { type: 'agenda.itemSkipped', item: items.qna },
      );
  });

  it('[AG13] skipped and never held an item is planned again, otherwise suspended', () => {
    const item = items.discussion;
    expect(statusOf(item, ...held(), skipped(item), reopened(item))).toBe('planned');
    expect(statusOf(item, ...held(), started('discussion'), closed(item), reopened(item))).toBe('suspended');
    expect(statusOf(item, ...held(), started('discussion'), suspended(item), skipped(item), reopened(item))).toBe(
      'suspended',
    );
    for (const steps of [[], [started('discussion')], [started('discussion'), suspended(item)]])
      given(...held(), ...steps)
        .when({ type: 'agenda.reopenItem', item }, chair)
        .isRefused('agenda.itemNotDone');
  });

  it('[AG13] a reopened item is started and held on', () => {
    const again = [...held(), started('opening'), pass(9000), closed(items.opening), reopened(items.opening)];
    const { state } = tell(...again, started('opening'), pass(500), closed(items.opening));
    expect(itemById(state, items.opening)).toMatchObject({ status: 'closed', heldMs: 9500 });
  });
});

describe('notes, speakers and documents of an item', () => {
  it('[AG14] managers note on an item, done or not, and take the note away', () => {
    const note = { type: 'agenda.setNote', item: items.opening, text: 'Thank the hosts' } as const;
    for (const steps of [held(), [...held(), started('opening'), closed(items.opening)]]) {
      const outcome = given(...steps).when(note, moderator);
      outcome.happens({ type: 'agenda.noteSet', item: items.opening, note: { text: 'Thank the hosts' } });
      expect(itemById(outcome.state, items.opening)?.note).toEqual({ text: 'Thank the hosts' });
    }
    given(...held(), by(chair, note))
      .when({ ...note, text: null }, chair)
      .happens({ type: 'agenda.noteSet', item: items.opening, note: null });
    given(...held())
      .when(note, norway)
      .isRefused('role.required');
  });

  it('[AG7] [AG10] an edit may change the speaker, to a seat of the meeting or nobody', () => {
    const change = { type: 'agenda.changeItem', item: items.qna } as const;
    const { state } = given(...held()).when({ ...change, speaker: seats.norway, limit: 'hard' }, chair);
    expect(itemById(state, items.qna)).toMatchObject({ speaker: seats.norway, limit: 'hard', plannedMs: 2_400_000 });
    expect(itemById(given(...held()).when({ ...change, speaker: null }, chair).state, items.qna)?.speaker).toBeNull();
    given(...held())
      .when({ ...change, speaker: 'constructor' }, chair)
      .isRefused('floor.unknownSeat');
  });

  it('[DO4] the documents of an item go with it when it is dropped', () => {
    const { state, ...outcome } = given(
      ...held(),
      received('d1', keynote, { item: items.qna }),
      received('d2', keynote),
      by(chair, { type: 'slides.present', document: 'd1' }),
    ).when({ type: 'agenda.dropItem', item: items.qna }, chair);
    outcome.happens(
      { type: 'slides.stopped' },
      { type: 'documents.removed', document: 'd1' },
      { type: 'agenda.itemDropped', item: items.qna },
    );
    expect(state.documents.documents.map(({ id }) => id)).toEqual(['d2']);
  });
});
