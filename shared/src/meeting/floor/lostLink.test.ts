import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { members, seats } from '../../testing/sample.ts';
import { back, by, held, lost, pass, type Step, tell, wait } from '../../testing/story.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import type { FloorMode } from './schema.ts';
import { turnById } from './turns.ts';

const { chair, norway, iran, iranAide } = members;

const give = (seat: keyof typeof seats, turn: Id): Step => by(chair, { type: 'floor.give', seat: seats[seat] }, turn);
const take = (member: Id, turn: Id): Step => by(member, { type: 'floor.take', turn });
const mode = (wanted: FloorMode): Step => by(chair, { type: 'floor.setMode', mode: wanted });
const microphone = (member: Id, turn: Id): Step => by(member, { type: 'floor.takeMicrophone' }, turn);

/** Norway speaks as turn t1. */
const speaking: Step[] = [...held(), give('norway', 't1'), take(norway, 't1')];

const statusOf = (state: MeetingState, turn: Id) => turnById(state, turn)?.status;

describe('a lost link', () => {
  it('[FL11] stops the clock, and the turn that comes back in time goes on where it stood', () => {
    given(...speaking, pass(5000))
      .whenSystem({ type: 'roster.loseLink', member: norway })
      .happens(
        { type: 'floor.linkLost', turn: 't1', usedMs: 5000, since: 5000, until: 20_000 },
        { type: 'roster.linkLost', member: norway, since: 5000 },
      );
    given(...speaking, pass(5000), lost(norway), pass(4000))
      .whenSystem({ type: 'roster.restoreLink', member: norway })
      .happens(
        { type: 'roster.linkRestored', member: norway },
        { type: 'floor.linkRestored', turn: 't1', since: 9000, lostMs: 4000 },
      );
  });

  it('[FL11] a turn that was paused comes back paused', () => {
    const { state } = tell(...speaking, by(chair, { type: 'floor.pause', turn: 't1' }), lost(norway), back(norway));
    expect(statusOf(state, 't1')).toEqual({ kind: 'paused', member: norway, by: null });
  });

  it('[FL11] a link that is back brings back the turn of its member alone', () => {
    const two = [...held(), mode('directed'), give('norway', 't1'), give('iran', 't2')];
    const apart = [...two, take(norway, 't1'), take(iran, 't2'), lost(norway), lost(iran), pass(4000)];
    given(...apart)
      .whenSystem({ type: 'roster.restoreLink', member: norway })
      .happensOf('roster.linkRestored', 'floor.linkRestored');
    expect(statusOf(tell(...apart, back(norway)).state, 't2')).toMatchObject({ kind: 'lost', member: iran });
    // A link that was lost before the turn was taken: nothing of the turn is to be brought back.
    given(...held(), lost(iranAide), give('iran', 't2'), take(iran, 't2'))
      .whenSystem({ type: 'roster.restoreLink', member: iranAide })
      .happens({ type: 'roster.linkRestored', member: iranAide });
  });

  it('[FL11] the allowance is 15 s in sum for one turn', () => {
    const { state } = tell(...speaking, lost(norway), pass(9000), back(norway), pass(1000), lost(norway));
    expect(statusOf(state, 't1')).toMatchObject({ kind: 'lost', since: 10_000, until: 16_000 });
  });

  it('[FL12] after 15 s the turn is suspended, with its clock but without its place', () => {
    given(...speaking, pass(5000), lost(norway), pass(15_000))
      .whenSystem({ type: 'session.alarm' })
      .happens({ type: 'floor.suspended', turn: 't1', usedMs: 5000 });
    const { state, when } = given(...speaking, lost(norway), wait(15_000));
    expect(statusOf(state, 't1')).toEqual({ kind: 'suspended', member: norway });
    when({ type: 'floor.give', seat: seats.iran }, chair).happensOf('floor.called');
  });

  it('[FL12] a suspended turn that is taken again and lost again has no allowance left', () => {
    const { state, now } = tell(
      ...speaking,
      lost(norway),
      wait(15_000),
      back(norway),
      take(norway, 't1'),
      lost(norway),
    );
    expect(statusOf(state, 't1')).toMatchObject({ kind: 'lost', since: now, until: now });
  });

  it('[FL13] a member of the seat takes a suspended turn again when a place is free', () => {
    const suspended = [...speaking, lost(norway), wait(15_000), back(norway)];
    given(...suspended)
      .when({ type: 'floor.take', turn: 't1' }, norway)
      .happens({ type: 'floor.taken', turn: 't1', member: norway, since: 15_000 });
    given(...suspended, give('iran', 't2'))
      .when({ type: 'floor.take', turn: 't1' }, norway)
      .isRefused('floor.heldByAnother');
    given(...held(), give('iran', 't1'), take(iran, 't1'), lost(iran), wait(15_000))
      .when({ type: 'floor.take', turn: 't1' }, iranAide)
      .happensOf('floor.taken');
  });

  it('[FL13] the place must be of the kind of the turn', () => {
    given(...held(), microphone(chair, 't1'), lost(chair), wait(15_000), back(chair), give('norway', 't2'))
      .when({ type: 'floor.take', turn: 't1' }, chair)
      .happensOf('floor.taken');
    given(
      ...held(),
      mode('open'),
      microphone(norway, 't1'),
      lost(norway),
      wait(15_000),
      back(norway),
      mode('moderated'),
    )
      .when({ type: 'floor.take', turn: 't1' }, norway)
      .isRefused('floor.notOpenMode');
  });
});
