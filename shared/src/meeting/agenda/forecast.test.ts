import { describe, expect, it } from 'vitest';
import { items, members, startsAt } from '../../testing/sample.ts';
import { by, held, pass, type Step, started, tell, wallJumps } from '../../testing/story.ts';
import { nextDeadlines } from '../deadlines.ts';
import type { Command } from '../messages.ts';
import type { Id } from '../words.ts';
import { forecast } from './forecast.ts';

const minute = 60_000;

const stopAt = (minutes: number, item: Id | null = null): Step =>
  by(members.chair, {
    type: 'agenda.setHardStop',
    stop: null,
    item,
    at: startsAt + minutes * minute,
    label: { en: 'The interpreters leave' },
  });

describe('the forecast', () => {
  it('[AG9] before the meeting opens everything is on time, and late when the start has passed', () => {
    const { state } = tell(...held().slice(0, 2));
    expect(forecast(state, startsAt - minute)).toMatchObject({ end: startsAt + 120 * minute, lateMs: 0 });
    expect(forecast(state, startsAt + 7 * minute).lateMs).toBe(7 * minute);
  });

  it('[AG9] an overrun moves all that follows, and an item that ended early lets it move up', () => {
    const early = tell(...held(), started('opening'), pass(4 * minute), started('keynote'));
    expect(forecast(early.state, early.wall).lateMs).toBe(-6 * minute);
    const over = pass(35 * minute)(early);
    const { rows, lateMs } = forecast(over.state, over.wall);
    expect(lateMs).toBe(9 * minute);
    expect(rows[0]).toMatchObject({ start: startsAt, end: startsAt + 4 * minute });
    expect(rows[1]).toMatchObject({ start: startsAt + 4 * minute, end: over.wall });
    expect(rows[2]).toMatchObject({
      item: items.qna,
      start: over.wall,
      end: over.wall + 40 * minute,
      plannedStart: startsAt + 30 * minute,
      plannedEnd: startsAt + 70 * minute,
    });
  });

  it('[AG9] what was passed over and is still planned follows upon the current item', () => {
    const { state, wall } = tell(...held(), started('discussion'), pass(10 * minute));
    const { rows, end } = forecast(state, wall);
    expect(rows[0]?.start).toBe(startsAt + 45 * minute);
    expect(rows[4]?.start).toBe(rows[2]?.end);
    expect(end).toBe(startsAt + 120 * minute);
  });

  it('[AG9] [AG12] a suspended item keeps its first start and takes what is left of its time', () => {
    const { state, wall } = tell(
      ...held(),
      started('qna'),
      pass(30 * minute),
      by(members.chair, { type: 'agenda.suspendItem', item: items.qna }),
      started('opening'),
    );
    const { rows, end } = forecast(state, wall);
    expect(rows[2]).toMatchObject({ item: items.qna, start: startsAt, end: startsAt + 70 * minute });
    expect(end).toBe(startsAt + 120 * minute);
    const again = tell(
      ...held(),
      started('qna'),
      pass(30 * minute),
      by(members.chair, { type: 'agenda.suspendItem', item: items.qna }),
      pass(5 * minute),
      started('qna'),
      pass(2 * minute),
    );
    expect(forecast(again.state, again.wall).rows[2]?.end).toBe(startsAt + 45 * minute);
  });

  it('[AG9] [AG12] a skipped item takes no time, so the meeting ends earlier by as much', () => {
    const { state, wall } = tell(...held(), by(members.chair, { type: 'agenda.skipItem', item: items.discussion }));
    const { rows, lateMs } = forecast(state, wall);
    expect(lateMs).toBe(-45 * minute);
    expect(rows[3]).toMatchObject({ start: startsAt + 70 * minute, end: startsAt + 70 * minute, cutMs: 0 });
    expect(rows[3]?.plannedEnd).toBe(startsAt + 115 * minute);
  });

  it('[AG17] an item ends at its hard stop while that is ahead, says what does not fit, and what follows moves up', () => {
    const stopped = tell(...held(), stopAt(60, items.qna), started('opening'));
    const { rows, lateMs, cutMs } = forecast(stopped.state, stopped.wall);
    expect(rows[2]).toMatchObject({ start: startsAt + 30 * minute, end: startsAt + 60 * minute, cutMs: 10 * minute });
    expect(rows[3]).toMatchObject({ start: startsAt + 60 * minute, cutMs: 0 });
    expect([lateMs, cutMs]).toEqual([-10 * minute, 0]);
  });

  it('[AG17] an item that runs on beyond its hard stop runs on', () => {
    const over = tell(...held(), stopAt(8, items.opening), started('opening'), pass(9 * minute));
    expect(forecast(over.state, over.wall).rows[0]).toMatchObject({ end: startsAt + 9 * minute, cutMs: minute });
    const before = tell(...held(), stopAt(8, items.opening), started('opening'), pass(2 * minute));
    expect(forecast(before.state, before.wall).rows[0]).toMatchObject({
      end: startsAt + 8 * minute,
      cutMs: 2 * minute,
    });
  });

  it('[AG17] the hard stop of the meeting ends it, and says how much does not fit', () => {
    const { state, wall } = tell(...held(), stopAt(80));
    const { rows, end, cutMs } = forecast(state, wall);
    expect(end).toBe(startsAt + 80 * minute);
    expect(rows.map((row) => row.cutMs / minute)).toEqual([0, 0, 0, 35, 5]);
    expect(cutMs).toBe(40 * minute);
    const later = tell(...held(), stopAt(80), pass(100 * minute));
    expect(forecast(later.state, later.wall).end).toBe(later.wall);
  });

  it('[AG11] [AG17] the hard stop of an item is one of its parts too', () => {
    const part: Command = {
      type: 'agenda.addItem',
      before: null,
      parent: items.opening,
      itemType: 'break',
      title: { en: 'A part' },
      attribution: 'chathamHouse',
      plannedMs: 20 * minute,
      cameras: 'all',
      speaker: null,
      limit: 'soft',
    };
    const { state, wall } = tell(...held(), by(members.chair, part), stopAt(15, items.opening));
    expect(forecast(state, wall).rows.slice(0, 2)).toMatchObject([
      { end: startsAt + 10 * minute, cutMs: 0 },
      { end: startsAt + 15 * minute, cutMs: 15 * minute },
    ]);
  });

  it('[AG9] adjourned, the meeting ended when it did; no forecast is a deadline', () => {
    const { state, wall } = tell(
      ...held(),
      started('opening'),
      pass(3 * minute),
      by(members.chair, { type: 'session.adjourn' }),
      wallJumps(90 * minute),
    );
    expect(forecast(state, wall).end).toBe(startsAt + 3 * minute);
    expect(nextDeadlines(state).meeting).toBeNull();
  });
});
