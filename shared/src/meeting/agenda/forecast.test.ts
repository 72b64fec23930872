import { describe, expect, it } from 'vitest';
import { items, members, startsAt } from '../../testing/sample.ts';
import { by, held, pass, started, tell, wallJumps } from '../../testing/story.ts';
import { nextDeadlines } from '../deadlines.ts';
import { forecast } from './forecast.ts';

const minute = 60_000;

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
