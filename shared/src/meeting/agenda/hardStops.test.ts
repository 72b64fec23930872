import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, startsAt } from '../../testing/sample.ts';
import { by, held, pass, type Step, started, tell, wait, wallJumps } from '../../testing/story.ts';
import { nextDeadlines } from '../deadlines.ts';
import type { Command, LoggedEvent } from '../messages.ts';
import type { Id } from '../words.ts';

const { chair, norway } = members;

const minute = 60_000;
const label = { en: 'The minister leaves', fa: 'وزیر جلسه را ترک می‌کند' };
const set = (minutes: number, item: Id | null = null, stop: Id | null = null): Command => ({
  type: 'agenda.setHardStop',
  stop,
  item,
  at: startsAt + minutes * minute,
  label,
});
const stopAt = (minutes: number, item: Id | null = null): Step => by(chair, set(minutes, item), 'h1');
const alarm = { type: 'session.alarm' } as const;
const warned = (minutes: number): LoggedEvent => ({ type: 'agenda.hardStopWarned', stop: 'h1', minutes });

const warnings = (...steps: Step[]): number[] =>
  tell(...steps).log.flatMap((event) => (event.type === 'agenda.hardStopWarned' ? [event.minutes] : []));

describe('a hard stop', () => {
  it('[AG15] is set for an item or the meeting, at a time to come, and changed by its id', () => {
    given(...held())
      .when(set(70, items.keynote), chair, 'h1')
      .happens({
        type: 'agenda.hardStopSet',
        stop: { id: 'h1', item: items.keynote, at: startsAt + 70 * minute, label: { text: label } },
      });
    given(...held())
      .when(set(0), chair)
      .isRefused('agenda.stopPassed');
    given(...held())
      .when(set(70, 'constructor'), chair)
      .isRefused('agenda.unknownItem');
    given(...held())
      .when(set(70, null, 'constructor'), chair)
      .isRefused('agenda.unknownStop');
    const { state } = tell(...held(), stopAt(70), by(chair, set(30), 'h2'), by(chair, set(20, items.qna, 'h1')));
    expect(state.agenda.hardStops).toMatchObject([
      { id: 'h1', item: items.qna, at: startsAt + 20 * minute },
      { id: 'h2', item: null },
    ]);
    given(...held())
      .when(set(70), norway)
      .isRefused('role.required');
  });

  it('[AG15] is not set for an item that is done with all of its parts, and is dropped by a manager', () => {
    given(...held(), started('opening'), started('keynote'))
      .when(set(70, items.opening), chair)
      .isRefused('agenda.itemDone');
    const dropped = given(...held(), stopAt(70)).when({ type: 'agenda.dropHardStop', stop: 'h1' }, chair);
    dropped.happens({ type: 'agenda.hardStopDropped', stop: 'h1' });
    expect(dropped.state.agenda.hardStops).toEqual([]);
    given(...held())
      .when({ type: 'agenda.dropHardStop', stop: 'h1' }, chair)
      .isRefused('agenda.unknownStop');
  });

  it('[AG15] goes with its item when that is dropped', () => {
    const { state } = tell(...held(), stopAt(70, items.qna), by(chair, { type: 'agenda.dropItem', item: items.qna }));
    expect(state.agenda.hardStops).toEqual([]);
  });

  it('[AG16] warns 10 and 3 minutes ahead and when it is reached, each once', () => {
    const stopped = [...held(), stopAt(30)];
    expect(nextDeadlines(tell(...stopped).state).wall).toBe(startsAt + 20 * minute);
    given(...stopped, pass(20 * minute - 1))
      .whenSystem(alarm)
      .happens();
    given(...stopped, pass(20 * minute))
      .whenSystem(alarm)
      .happens(warned(10));
    expect(warnings(...stopped, wait(26 * minute))).toEqual([10]);
    expect(warnings(...stopped, wait(27 * minute))).toEqual([10, 3]);
    expect(warnings(...stopped, wait(90 * minute))).toEqual([10, 3, 0]);
    expect(nextDeadlines(tell(...stopped, wait(90 * minute)).state).wall).toBeNull();
  });

  it('[AG16] of several that are due the latest alone, and set anew it warns anew', () => {
    given(...held(), stopAt(30), pass(28 * minute))
      .whenSystem(alarm)
      .happens(warned(3));
    given(...held(), stopAt(30), pass(45 * minute))
      .whenSystem(alarm)
      .happens(warned(0));
    expect(
      warnings(...held(), stopAt(30), wait(40 * minute), by(chair, set(60, null, 'h1')), wait(60 * minute)),
    ).toEqual([10, 3, 0, 10, 3, 0]);
  });

  it('[AG16] as long as its item with its parts, or the meeting, is not over', () => {
    const onOpening = [...held(), stopAt(30, items.opening)];
    const part: Command = {
      type: 'agenda.addItem',
      before: null,
      parent: items.opening,
      itemType: 'break',
      title: { en: 'A part' },
      attribution: 'chathamHouse',
      plannedMs: 0,
      cameras: 'all',
      speaker: null,
      limit: 'soft',
    };
    expect(warnings(...onOpening, started('opening'), wait(25 * minute))).toEqual([10]);
    expect(warnings(...onOpening, started('opening'), started('qna'), wait(90 * minute))).toEqual([]);
    expect(
      warnings(...onOpening, by(chair, { type: 'agenda.skipItem', item: items.opening }), wait(90 * minute)),
    ).toEqual([]);
    expect(warnings(...onOpening, by(chair, part, 'p'), started('opening'), started('qna'), wait(25 * minute))).toEqual(
      [10],
    );
    expect(warnings(...held(), stopAt(30), by(chair, { type: 'session.adjourn' }), wait(90 * minute))).toEqual([]);
  });

  it('[AG16] ends no turn and no item', () => {
    const { state } = tell(
      ...held(),
      started('opening'),
      by(chair, { type: 'floor.takeMicrophone' }, 't1'),
      stopAt(30, items.opening),
      wait(60 * minute),
    );
    expect(state.agenda.current).toBe(items.opening);
    expect(state.floor.turns).toHaveLength(1);
  });

  it('[SE9] follows the wall clock, and nothing else does', () => {
    const { state } = tell(...held(), stopAt(30), wallJumps(25 * minute));
    expect(nextDeadlines(state)).toEqual({ meeting: null, wall: startsAt + 20 * minute });
    given(...held(), stopAt(30), wallJumps(25 * minute))
      .whenSystem(alarm)
      .happens(warned(10));
  });
});
