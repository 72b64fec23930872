import { describe, expect, it } from 'vitest';
import { called, debate, ended, entriesIn, request, taken } from '../../testing/debate.ts';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { back, by, held, lost, pass, type Step, started, tell } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import type { Id } from '../words.ts';

const { chair, moderator, norway, iran, iranAide, india, pakistan } = members;
const item = items.discussion;

const three: readonly Step[] = [
  ...debate,
  by(norway, request, 'e1'),
  by(iran, request, 'e2'),
  by(india, request, 'e3'),
];
const call = (entry: Id): Command => ({ type: 'speakers.call', entry });
const defer = (entry: Id): Command => ({ type: 'speakers.defer', entry });
const marked = (entry: Id, status: string) => ({ type: 'speakers.entryMarked', entry, status, usedMs: 0 });
const moved = (entry: Id, before: Id | null) => ({ type: 'speakers.entryMoved', entry, before });

describe('deferring', () => {
  it('[SP18] moves an entry behind the next one that waits, by its seat or a manager', () => {
    for (const member of [norway, chair, moderator])
      given(...three)
        .when(defer('e1'), member)
        .happens(marked('e1', 'deferred'), moved('e1', 'e3'));
    given(...three)
      .when(defer('e2'), iranAide)
      .happens(marked('e2', 'deferred'), moved('e2', null));
    given(...three)
      .when(defer('e1'), iran)
      .isRefused('speakers.notYours');
  });

  it('[SP18] over what is called or over', () => {
    const mixed = [
      ...three,
      by(pakistan, request, 'e4'),
      called('e2', 't1'),
      by(india, { type: 'speakers.withdraw', entry: 'e3' }),
    ];
    expect(entriesIn(given(...mixed).when(defer('e1'), norway).state)).toEqual([
      'e2 called',
      'e3 withdrawn',
      'e4 waiting',
      'e1 deferred',
    ]);
  });

  it('[SP18] the last has nobody to let go first, and what waits no more cannot be deferred', () => {
    given(...three)
      .when(defer('e3'), india)
      .isRefused('speakers.lastInList');
    given(...three, called('e3', 't1'))
      .when(defer('e2'), iran)
      .isRefused('speakers.lastInList');
    given(...three, called('e1', 't1'))
      .when(defer('e1'), norway)
      .isRefused({ code: 'speakers.notWaiting', status: 'called' });
  });

  it('[SP18] what was deferred or absent is called, moved, withdrawn and deferred like what waits', () => {
    const deferred = [...three, by(norway, defer('e1'))];
    given(...deferred)
      .when(call('e1'), chair)
      .happensOf('floor.called', 'speakers.entryMarked');
    given(...deferred)
      .when({ type: 'speakers.moveEntry', entry: 'e1', before: 'e2' }, chair)
      .happens(moved('e1', 'e2'));
    given(...deferred)
      .when(request, norway)
      .isRefused('speakers.alreadyWaiting');
    given(...deferred)
      .when(defer('e1'), norway)
      .happens(marked('e1', 'deferred'), moved('e1', null));
    given(...deferred)
      .when({ type: 'speakers.withdraw', entry: 'e1' }, norway)
      .happens(marked('e1', 'withdrawn'));
  });
});

describe('a speaker who is not there', () => {
  const away: readonly Step[] = [...three, lost(norway)];

  it('[SP18] is marked absent as it is called, goes one place down and is not lost', () => {
    const outcome = given(...away).when(call('e1'), chair);
    outcome.happens(marked('e1', 'absent'), moved('e1', 'e3'));
    expect(entriesIn(outcome.state)).toEqual(['e2 waiting', 'e1 absent', 'e3 waiting']);
    expect(outcome.state.session.acts).toEqual([]);
    given(...away, by(norway, { type: 'roster.leave' }))
      .when(call('e1'), chair)
      .happens(marked('e1', 'absent'), moved('e1', 'e3'));
  });

  it('[SP18] of two who call it at once the second is told that nobody is there, and it stays in its place', () => {
    given(...away, by(chair, call('e1')))
      .when(call('e1'), moderator)
      .isRefused('floor.seatAbsent');
    given(...away, by(chair, call('e1')), called('e2', 't1'), taken(iran, 't1'), ended('t1'))
      .when(call('e1'), moderator)
      .happens(marked('e1', 'absent'), moved('e1', null));
  });

  it('[SP18] where nobody waits behind it is marked alone, and then the call is refused', () => {
    const alone = [...debate, by(norway, request, 'e1'), lost(norway)];
    given(...alone)
      .when(call('e1'), chair)
      .happens(marked('e1', 'absent'));
    given(...alone, by(chair, call('e1')))
      .when(call('e1'), chair)
      .isRefused('floor.seatAbsent');
  });

  it('[SP18] not while the floor has no room or no time for a call: nothing says then that it was its moment', () => {
    given(...three, called('e2', 't1'), lost(norway))
      .when(call('e1'), chair)
      .isRefused({ code: 'floor.heldByAnother', seat: seats.iran });
    const late = by(chair, { type: 'agenda.changeItem', item, limit: 'hard' });
    given(...three, late, pass(45 * 60_000), lost(norway))
      .when(call('e1'), chair)
      .isRefused('floor.itemTimeUp');
    const limits = { turn: 'soft', question: 'soft', answer: 'soft', keynote: 'soft', delegation: 'hard' } as const;
    const spent = by(chair, { type: 'floor.setBudget', delegation: 'd-oslo', budgetMs: 0 });
    given(...held({ limits }), started('discussion'), by(norway, request, 'e1'), spent, lost(norway))
      .when(call('e1'), chair)
      .isRefused('floor.budgetSpent');
  });

  it('[SP18] keeps its place through a lost link, and is called as before when it is back', () => {
    expect(entriesIn(tell(...away).state)).toEqual(['e1 waiting', 'e2 waiting', 'e3 waiting']);
    given(...away, by(chair, call('e1')), back(norway))
      .when(call('e1'), chair)
      .happensOf('floor.called', 'speakers.entryMarked');
  });

  it('[SP18] is not absent while somebody of its seat is backstage: that one is called on stage', () => {
    const keynoteAsks = by(members.keynote, request, 'e4');
    const away = by(members.keynoteAide, { type: 'roster.leave' });
    given(...three, keynoteAsks, away, by(members.keynote, { type: 'roster.goBackstage' }))
      .when(call('e4'), chair)
      .isRefused('floor.seatBackstage');
  });
});

describe('two who run the meeting', () => {
  it('[SP6] [FL1] of two who call one speaker one is told that it is called, of two who call different ones who was', () => {
    const first = [...three, by(chair, call('e1'), 't1')];
    given(...first)
      .when(call('e1'), moderator)
      .isRefused({ code: 'speakers.notWaiting', status: 'called' });
    given(...first)
      .when(call('e2'), moderator)
      .isRefused({ code: 'floor.heldByAnother', seat: seats.norway });
    given(...first, taken(norway, 't1'))
      .when(call('e1'), moderator)
      .isRefused({ code: 'speakers.notWaiting', status: 'speaking' });
    given(...three, by(norway, { type: 'speakers.withdraw', entry: 'e1' }))
      .when(call('e1'), moderator)
      .isRefused({ code: 'speakers.notWaiting', status: 'withdrawn' });
  });

  it('[SP7] who moves what another has called meanwhile is told so', () => {
    const first = [...three, by(chair, call('e1'), 't1')];
    given(...first)
      .when({ type: 'speakers.moveEntry', entry: 'e1', before: null }, moderator)
      .isRefused({ code: 'speakers.notWaiting', status: 'called' });
    given(...first)
      .when({ type: 'speakers.moveEntry', entry: 'e3', before: 'e1' }, moderator)
      .isRefused({ code: 'speakers.notWaiting', status: 'called' });
    given(...three)
      .when({ type: 'speakers.moveEntry', entry: 'e3', before: 'e3' }, moderator)
      .isRefused({ code: 'speakers.notWaiting', status: 'waiting' });
  });

  it('[SP6] the chair is called from the list like others, once it lets go of the presiding microphone', () => {
    const presides = [...debate, by(chair, request, 'e1'), by(chair, { type: 'floor.takeMicrophone' }, 't0')];
    given(...presides)
      .when(call('e1'), moderator)
      .isRefused('floor.seatHasTurn');
    given(...presides, by(chair, { type: 'floor.endTurn', turn: 't0' }))
      .when(call('e1'), chair, 't1')
      .happens(
        expect.objectContaining({ type: 'floor.called', seat: seats.chair, limitMs: 180_000 }),
        marked('e1', 'called'),
      );
  });
});
