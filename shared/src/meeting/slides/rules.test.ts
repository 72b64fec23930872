import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { back, by, held, lost, received, type Step, started, tell } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import { seatById } from '../roster/rules.ts';
import type { Id } from '../words.ts';
import { mayPresent } from './rules.ts';

const { chair, moderator, keynote, keynoteAide, norway, iran, observer } = members;

const present = (document: Id): Command => ({ type: 'slides.present', document });
const ask: Command = { type: 'slides.askToDrive', document: 'd1' };
const handTo = (member: Id): Command => ({ type: 'slides.handOver', document: 'd1', member });
const turnTo = (page: number): Command => ({ type: 'slides.turnPage', document: 'd1', page });
const stop: Command = { type: 'slides.stop', document: 'd1' };

/** The keynote runs, with slides d1 of the keynote's seat and a paper d2 of the chair. */
const talk: Step[] = [
  ...held(),
  started('keynote'),
  received('d1', keynoteAide),
  received('d2', chair, { use: 'paper' }),
];
const shown: Step[] = [...talk, by(keynote, present('d1'))];
const norwaySpeaks: Step[] = [
  by(chair, { type: 'floor.give', seat: seats.norway }, 't1'),
  by(norway, { type: 'floor.take', turn: 't1' }),
];

const showing = (...steps: Step[]) => tell(...steps).state.slides.shown;

describe('presenting', () => {
  it('[SL1] managers do, the speaker of the item, and who holds a turn', () => {
    for (const member of [chair, moderator, keynote, keynoteAide])
      given(...talk)
        .when(present('d1'), member)
        .happens({ type: 'slides.presented', document: 'd1', driver: member });
    given(...talk)
      .when(present('d2'), norway)
      .isRefused('slides.mayNotPresent');
    given(...talk, ...norwaySpeaks.slice(0, 1))
      .when(present('d2'), norway)
      .isRefused('slides.mayNotPresent');
    given(...talk, ...norwaySpeaks)
      .when(present('d2'), norway)
      .happens({ type: 'slides.presented', document: 'd2', driver: norway });
    given(...talk)
      .when(present('constructor'), chair)
      .isRefused('documents.unknownDocument');
    const { state } = tell(...talk);
    const may = (seat: Id) => {
      const found = seatById(state, seat);
      return found && mayPresent(state, found);
    };
    expect([seats.keynote, seats.chair, seats.norway].map(may)).toEqual([true, true, false]);
  });

  it('[SL1] slides that were not shown yet only their own seat and managers', () => {
    given(...talk, ...norwaySpeaks)
      .when(present('d1'), norway)
      .isRefused('documents.notYours');
    given(...shown, by(keynote, stop), ...norwaySpeaks)
      .when(present('d1'), norway)
      .happensOf('slides.presented');
  });

  it('[SL2] one presentation is shown; its driver or a manager replaces it', () => {
    expect(showing(...shown)).toEqual({ document: 'd1', page: 1, driver: keynote, asking: [] });
    given(...shown)
      .when(present('d2'), keynoteAide)
      .isRefused('slides.shownByAnother');
    for (const member of [keynote, chair])
      expect(showing(...shown, by(keynote, turnTo(4)), by(member, present('d2')))).toEqual({
        document: 'd2',
        page: 1,
        driver: member,
        asking: [],
      });
    given(...shown, by(keynote, { type: 'roster.goBackstage' }))
      .when(present('d2'), keynoteAide)
      .happensOf('slides.presented');
  });
});

describe('driving', () => {
  it('[SL3] only the driver turns pages, and only to a page that is there', () => {
    given(...shown)
      .when(turnTo(9), keynote)
      .happens({ type: 'slides.pageTurned', page: 9 });
    given(...shown)
      .when(turnTo(1), keynote)
      .happens();
    for (const member of [keynoteAide, chair, norway])
      given(...shown)
        .when(turnTo(2), member)
        .isRefused('slides.notDriver');
    given(...shown)
      .when(turnTo(10), keynote)
      .isRefused({ code: 'slides.noSuchPage', pages: 9 });
    given(...talk)
      .when(turnTo(2), keynote)
      .isRefused('slides.notShown');
    given(...shown, by(keynote, present('d2')))
      .when(turnTo(2), keynote)
      .isRefused('slides.notShown');
    expect(showing(...shown, by(keynote, turnTo(4)))?.page).toBe(4);
  });

  it('[SL4] who may present asks the driver, once', () => {
    given(...shown)
      .when(ask, keynoteAide)
      .happens({ type: 'slides.driveAsked', member: keynoteAide });
    given(...shown, by(keynoteAide, ask))
      .when(ask, keynoteAide)
      .isRefused('slides.alreadyAsked');
    given(...shown)
      .when(ask, keynote)
      .isRefused('slides.alreadyDriver');
    given(...shown)
      .when(ask, observer)
      .isRefused('slides.mayNotPresent');
  });

  it('[SL4] for a manager, and where nobody drives, asking is driving', () => {
    given(...shown)
      .when(ask, moderator)
      .happens({ type: 'slides.driverSet', driver: moderator });
    given(...shown, by(keynote, { type: 'roster.leave' }))
      .when(ask, keynoteAide)
      .happens({ type: 'slides.driverSet', driver: keynoteAide });
  });

  it('[SL4] the driver or a manager hands over, to who asked, may present or is of the own seat', () => {
    for (const member of [keynote, chair])
      given(...shown)
        .when(handTo(keynoteAide), member)
        .happens({ type: 'slides.driverSet', driver: keynoteAide });
    given(...shown)
      .when(handTo(iran), keynote)
      .isRefused('slides.mayNotPresent');
    given(...shown)
      .when(handTo(keynote), keynote)
      .isRefused('slides.alreadyDriver');
    given(...shown)
      .when(handTo(keynoteAide), keynoteAide)
      .isRefused('slides.notDriver');
    given(...shown)
      .when(handTo('constructor'), keynote)
      .isRefused('roster.unknownMember');
    const asked = [...shown, ...norwaySpeaks, by(norway, ask), by(norway, { type: 'floor.endTurn', turn: 't1' })];
    expect(showing(...asked, by(keynote, handTo(norway)))).toMatchObject({ driver: norway, asking: [] });
  });

  it('[SL4] but to nobody who is backstage or has no link', () => {
    for (const away of [by(keynoteAide, { type: 'roster.goBackstage' }), lost(keynoteAide)])
      given(...shown, away)
        .when(handTo(keynoteAide), keynote)
        .isRefused('floor.memberAbsent');
  });

  it('[SL6] a driver who leaves the room leaves the slides where they are, and nobody drives', () => {
    const onPage = [...shown, by(keynote, turnTo(4)), by(keynoteAide, ask)];
    for (const type of ['roster.leave', 'roster.goBackstage'] as const)
      expect(showing(...onPage, by(keynote, { type }))).toEqual({
        document: 'd1',
        page: 4,
        driver: null,
        asking: [keynoteAide],
      });
    expect(showing(...onPage, lost(keynote), back(keynote))?.driver).toBe(keynote);
  });

  it('[SL6] who asked and leaves the room asks no more', () => {
    given(...shown, by(keynoteAide, ask))
      .when({ type: 'roster.goBackstage' }, keynoteAide)
      .happens(
        { type: 'slides.askDropped', member: keynoteAide },
        { type: 'roster.wentBackstage', member: keynoteAide },
      );
    expect(showing(...shown, by(keynoteAide, ask), by(keynoteAide, { type: 'roster.leave' }))?.asking).toEqual([]);
  });
});

describe('the end of the slides', () => {
  it('[SL5] the driver or a manager stops them', () => {
    for (const member of [keynote, chair])
      given(...shown)
        .when(stop, member)
        .happens({ type: 'slides.stopped' });
    given(...shown)
      .when(stop, keynoteAide)
      .isRefused('slides.notDriver');
    given(...talk)
      .when(stop, keynote)
      .isRefused('slides.notShown');
    given(...shown, by(chair, { type: 'roster.goBackstage' }))
      .when(stop, chair)
      .happensOf('slides.stopped');
  });

  it('[SL5] they stop with the item and with the meeting', () => {
    for (const command of [
      { type: 'agenda.closeItem', item: items.keynote },
      { type: 'agenda.suspendItem', item: items.keynote },
      { type: 'agenda.startItem', item: items.qna },
      { type: 'session.adjourn' },
    ] as const) {
      const { state } = given(...shown).when(command, chair);
      expect(state.slides.shown).toBeNull();
    }
    expect(showing(...shown, ...norwaySpeaks)?.document).toBe('d1');
  });
});
