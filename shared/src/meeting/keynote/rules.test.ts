import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { by, held, lost, pass, type Step, started, tell, wait } from '../../testing/story.ts';
import { turnById } from '../floor/turns.ts';
import { Command } from '../messages.ts';
import type { Id } from '../words.ts';
import { CUES_KEPT } from './rules.ts';

const { chair, moderator, keynote, keynoteAide } = members;

const budget = (budgetMs: number): Step => by(chair, { type: 'keynote.setBudget', item: items.keynote, budgetMs });
const giveKeynote: Step = by(chair, { type: 'floor.give', seat: seats.keynote }, 't1');

const talk: Step[] = [...held(), started('keynote'), giveKeynote, by(keynote, { type: 'floor.take', turn: 't1' })];
const sendCue = (id: Id): Step => by(chair, { type: 'keynote.sendCue', turn: 't1', kind: 'wrapUp' }, id);

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

  it('[KE5] a manager sends a cue to a seat whose turn is taken', () => {
    const cue = { type: 'keynote.sendCue', turn: 't1', kind: 'slower' } as const;
    given(...talk, pass(700))
      .when(cue, moderator, 'cue1')
      .happens({
        type: 'keynote.cueSent',
        cue: { id: 'cue1', turn: 't1', seat: seats.keynote, kind: 'slower', sentAt: 700 },
      });
    given(...held(), started('keynote'), giveKeynote)
      .when(cue, chair)
      .isRefused('keynote.nobodySpeaks');
    given(...talk, lost(keynote), lost(keynoteAide), wait(15_000))
      .when(cue, chair)
      .isRefused('keynote.nobodySpeaks');
    given(...talk)
      .when({ ...cue, turn: 'constructor' }, chair)
      .isRefused('floor.unknownTurn');
    given(...talk)
      .when(cue, keynoteAide)
      .isRefused('role.required');
  });

  it('[KE5] the latest twenty to one seat are kept', () => {
    const many = Array.from({ length: CUES_KEPT + 2 }, (_, index) => sendCue(`cue-${index}`));
    const { state } = tell(...talk, ...many);
    expect(state.keynote.cues.map(({ id }) => id)).toHaveLength(20);
    expect(state.keynote.cues[0]?.id).toBe('cue-2');
  });

  it('[KE6] it is acknowledged once, by the seat that it was sent to', () => {
    const acknowledge = { type: 'keynote.acknowledgeCue', cue: 'cue1' } as const;
    const sent = [...talk, sendCue('cue1'), pass(900)];
    for (const member of [keynote, keynoteAide]) {
      const outcome = given(...sent).when(acknowledge, member);
      outcome.happens({ type: 'keynote.cueAcknowledged', cue: 'cue1', at: 900 });
      expect(outcome.state.keynote.cues).toMatchObject([{ id: 'cue1', acknowledgedAt: 900 }]);
    }
    given(...sent, by(keynoteAide, acknowledge))
      .when(acknowledge, keynote)
      .isRefused('keynote.cueAcknowledged');
    for (const other of [chair, members.norway])
      given(...sent)
        .when(acknowledge, other)
        .isRefused('keynote.cueNotYours');
    given(...talk)
      .when(acknowledge, keynote)
      .isRefused('keynote.unknownCue');
  });

  it('[KE7] the countdown is for the speaker unless a manager shows it to everyone', () => {
    expect(tell(...held()).state.keynote.countdownFor).toBe('speaker');
    const everyone = given(...held()).when({ type: 'keynote.showCountdown', to: 'everyone' }, moderator);
    everyone.happens({ type: 'keynote.countdownShown', to: 'everyone' });
    expect(everyone.state.keynote.countdownFor).toBe('everyone');
    given(...held())
      .when({ type: 'keynote.showCountdown', to: 'everyone' }, keynote)
      .isRefused('role.required');
  });

  it('[KE8] a manager introduces the speaker of a keynote item, and takes the introduction away', () => {
    const introduction = { en: 'Our guest of today', fa: 'مهمان امروز ما' };
    const introduce = { type: 'keynote.introduce', item: items.keynote, introduction } as const;
    given(...held())
      .when(introduce, chair)
      .happens({ type: 'keynote.introduced', item: items.keynote, introduction: { text: introduction } });
    const { state } = tell(
      ...held(),
      by(chair, introduce),
      by(chair, { ...introduce, introduction: { en: 'A guest' } }),
    );
    expect(state.keynote.introductions).toEqual([{ item: items.keynote, introduction: { text: { en: 'A guest' } } }]);
    const taken = given(...held(), by(chair, introduce)).when({ ...introduce, introduction: null }, chair);
    expect(taken.state.keynote.introductions).toEqual([]);
    given(...held())
      .when({ ...introduce, item: items.qna }, chair)
      .isRefused('keynote.notAKeynote');
    given(...held())
      .when({ ...introduce, item: 'constructor' }, chair)
      .isRefused('agenda.unknownItem');
  });

  it('[KE8] the introduction is over once the keynote is taken, and stays over', () => {
    const taking = [started('keynote'), giveKeynote, by(keynote, { type: 'floor.take', turn: 't1' })];
    expect(tell(...held(), started('keynote'), giveKeynote).state.keynote.begun).toEqual([]);
    expect(tell(...held(), ...taking).state.keynote.begun).toEqual([items.keynote]);
    const { state } = tell(...held(), ...taking, by(chair, { type: 'floor.endTurn', turn: 't1' }));
    expect(state.keynote.begun).toEqual([items.keynote]);
  });

  it('[KE4] an item of keynote or questions spotlights its speaker, and any other nobody', () => {
    expect(spotlight(started('keynote'))).toEqual([seats.keynote]);
    expect(spotlight(started('qna'))).toEqual([seats.keynote]);
    expect(spotlight(started('qna'), started('discussion'))).toEqual([]);
  });
});
