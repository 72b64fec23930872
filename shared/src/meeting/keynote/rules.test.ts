import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { by, held, type Step, started, tell } from '../../testing/story.ts';
import { turnById } from '../floor/turns.ts';
import { Command } from '../messages.ts';

const { chair } = members;

const budget = (budgetMs: number): Step => by(chair, { type: 'keynote.setBudget', item: items.keynote, budgetMs });
const giveKeynote: Step = by(chair, { type: 'floor.give', seat: seats.keynote }, 't1');

const spotlight = (...steps: Step[]) => tell(...held(), ...steps).state.keynote.spotlight;

describe('the keynote', () => {
  it('[KE1] speaks within the planned time of its item, or the budget that was set', () => {
    given(...held(), started('keynote'))
      .when({ type: 'floor.give', seat: seats.keynote }, chair)
      .happens(expect.objectContaining({ purpose: { kind: 'keynote', item: items.keynote }, limitMs: 1_200_000 }));
    given(...held(), budget(900_000), started('keynote'))
      .when({ type: 'floor.give', seat: seats.keynote }, chair)
      .happens(expect.objectContaining({ limitMs: 900_000 }));
  });

  it('[KE1] anybody else in that item, or that seat in another, has the time of an intervention', () => {
    const invited = expect.objectContaining({ purpose: { kind: 'invited' }, limitMs: 180_000 });
    given(...held(), started('keynote'))
      .when({ type: 'floor.give', seat: seats.norway }, chair)
      .happens(invited);
    given(...held(), started('discussion'))
      .when({ type: 'floor.give', seat: seats.keynote }, chair)
      .happens(invited);
  });

  it('[KE2] its budget moves the limit of the turn that runs', () => {
    given(...held(), started('keynote'), giveKeynote)
      .when({ type: 'keynote.setBudget', item: items.keynote, budgetMs: 600_000 }, chair)
      .happens(
        { type: 'keynote.budgetSet', item: items.keynote, budgetMs: 600_000 },
        { type: 'floor.extended', turn: 't1', limitMs: 600_000 },
      );
    const { state } = tell(...held(), started('keynote'), giveKeynote, budget(900_000), budget(600_000));
    expect(turnById(state, 't1')?.limitMs).toBe(600_000);
    expect(state.keynote.budgets).toEqual([{ item: items.keynote, budgetMs: 600_000 }]);
  });

  it('[KE2] a budget is set for a keynote item until that is over', () => {
    given(...held())
      .when({ type: 'keynote.setBudget', item: items.qna, budgetMs: 600_000 }, chair)
      .isRefused('keynote.notAKeynote');
    given(...held(), started('keynote'), started('qna'))
      .when({ type: 'keynote.setBudget', item: items.keynote, budgetMs: 600_000 }, chair)
      .isRefused('agenda.itemDone');
  });

  it('[KE3] the spotlight holds up to three seats of the meeting, each once', () => {
    given(...held())
      .when({ type: 'keynote.setSpotlight', seats: [seats.iran, seats.norway, seats.iran] }, chair)
      .happens({ type: 'keynote.spotlightSet', seats: [seats.iran, seats.norway] });
    given(...held())
      .when({ type: 'keynote.setSpotlight', seats: [seats.iran, members.iran] }, chair)
      .isRefused('keynote.unknownSeat');
    const four = [seats.iran, seats.norway, seats.india, seats.pakistan];
    expect(Command.safeParse({ type: 'keynote.setSpotlight', seats: four }).success).toBe(false);
  });

  it('[KE4] an item of keynote or questions spotlights its speaker, and any other nobody', () => {
    expect(spotlight(started('keynote'))).toEqual([seats.keynote]);
    expect(spotlight(started('qna'))).toEqual([seats.keynote]);
    expect(spotlight(started('qna'), started('discussion'))).toEqual([]);
  });
});
