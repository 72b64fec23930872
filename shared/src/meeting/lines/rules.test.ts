import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { members, seats } from '../../testing/sample.ts';
import { by, created, enter, held, lost, opened, pass, type Step, tell } from '../../testing/story.ts';
import { eventsFor, viewFor } from '../projection.ts';
import type { Id } from '../words.ts';
import { MOST_LINES } from './rules.ts';

const { chair, moderator, operator, keynote, norway, iran, iranAide, india } = members;

const write = (to: Id | null, text = 'Water?') => ({ type: 'lines.write', to, text }) as const;
const written = (from: Id, to: Id | null, id: Id): Step => by(from, write(to), id);
const knocks = (member: Id): Step => by(member, { type: 'roster.enterLobby', ruleVersion: 1 });
const leaves = (member: Id): Step => by(member, { type: 'roster.leave' });
const atDoor = [created(), enter(chair), knocks(norway), knocks(iran)];
const talking = held({ chat: true });
const linesSeenBy = (member: Id, ...steps: Step[]) =>
  viewFor(tell(...steps).state, member).lines.lines.map(({ id }) => id);

describe('the line to the chair', () => {
  it('[LI1] is open to whoever waits or is inside, backstage too', () => {
    given(...atDoor, pass(700))
      .when(write(null), norway, 'x1')
      .happens({
        type: 'lines.written',
        line: {
          id: 'x1',
          from: norway,
          to: null,
          chairs: true,
          text: { text: 'Water?' },
          moment: { at: 700, wall: expect.any(Number) },
        },
      });
    for (const member of [norway, chair, operator])
      given(...held())
        .when(write(null), member)
        .happensOf('lines.written');
    given(...held(), by(keynote, { type: 'roster.goBackstage' }))
      .when(write(null), keynote)
      .happensOf('lines.written');
  });

  it('[LI1] is closed to who is outside, and after the meeting', () => {
    given(created()).when(write(null), norway).isRefused('lines.outside');
    given(...held(), leaves(norway))
      .when(write(null), norway)
      .isRefused('lines.outside');
    given(...held(), by(chair, { type: 'session.adjourn' }))
      .when(write(null), norway)
      .isRefused('session.adjourned');
  });

  it('[LI2] those who run the meeting write to anyone who waits or is inside, and to nobody outside', () => {
    for (const to of [norway, chair])
      given(...atDoor, enter(moderator))
        .when(write(to), moderator, 'x1')
        .happens(expect.objectContaining({ line: expect.objectContaining({ from: moderator, to, chairs: true }) }));
    given(...atDoor, lost(norway))
      .when(write(norway), chair)
      .happensOf('lines.written');
    given(...atDoor)
      .when(write(india), chair)
      .isRefused('lines.recipientAway');
    given(...held(), leaves(norway))
      .when(write(norway), chair)
      .isRefused('lines.recipientAway');
    given(...held())
      .when(write('constructor'), chair)
      .isRefused('roster.unknownMember');
  });

  it('[LI2] who runs the meeting but is not inside writes like anybody else', () => {
    const waits = [created(), enter(chair), by(chair, { type: 'roster.lock' }), enter(moderator)];
    given(...waits, leaves(moderator))
      .when(write(chair), moderator)
      .isRefused('lines.outside');
    given(created({ chat: true }), enter(chair), { type: 'roster.lobbyEntered', member: moderator, ruleVersion: 1 })
      .when(write(chair), moderator)
      .isRefused('lines.outside');
  });

  it('[LI5] nobody writes to oneself, and a full meeting takes no more', () => {
    for (const member of [chair, norway])
      given(...talking)
        .when(write(member), member)
        .isRefused('lines.toYourself');
    const line = { from: norway, to: null, chairs: true, text: { text: 'Again' }, moment: { at: 0, wall: 0 } };
    const lines = Array.from({ length: MOST_LINES - 1 }, (_, at) => ({ ...line, id: `x${at}` }));
    const almost = (story: ReturnType<typeof tell>) => ({ ...story, state: { ...story.state, lines: { lines } } });
    expect(MOST_LINES).toBe(5000);
    given(...held(), almost)
      .when(write(null), norway)
      .happensOf('lines.written');
    given(...held(), almost, written(norway, null, 'last'))
      .when(write(null), iran)
      .isRefused('lines.full');
  });
});

describe('who reads what was written', () => {
  it('[LI3] what is written to the chair is read by all who run the meeting inside and by its author', () => {
    const steps = [...held(), written(norway, null, 'x1')];
    for (const reader of [chair, moderator, norway]) expect(linesSeenBy(reader, ...steps)).toEqual(['x1']);
    for (const other of [operator, iran, keynote]) expect(linesSeenBy(other, ...steps)).toEqual([]);
    expect(linesSeenBy(moderator, ...steps, leaves(moderator))).toEqual([]);
    expect(linesSeenBy(norway, ...steps, leaves(norway))).toEqual(['x1']);
  });

  it('[LI3] what is written by those who run it is read by all of them and by the one it is for', () => {
    const steps = [...atDoor, enter(moderator), written(chair, norway, 'x1')];
    for (const reader of [chair, moderator, norway]) expect(linesSeenBy(reader, ...steps)).toEqual(['x1']);
    expect(linesSeenBy(iran, ...steps)).toEqual([]);
  });

  it('[LI3] what two members write is read by these two alone', () => {
    const steps = [...talking, written(norway, iran, 'x1')];
    for (const reader of [norway, iran]) expect(linesSeenBy(reader, ...steps)).toEqual(['x1']);
    for (const other of [chair, moderator, operator, iranAide, india]) expect(linesSeenBy(other, ...steps)).toEqual([]);
    const promoted = by(chair, { type: 'roster.setRole', seat: seats.india, role: 'moderator' });
    expect(linesSeenBy(india, ...steps, promoted)).toEqual([]);
  });

  it('[LI3] nobody else hears that something was written', () => {
    const { state, log } = tell(...atDoor, opened, written(norway, null, 'x1'), written(chair, norway, 'x2'));
    const { state: before } = tell(...atDoor, opened);
    const lines = log.filter(({ type }) => type === 'lines.written');
    const heardBy = (member: Id) => lines.filter((event) => eventsFor(before, event, member).length > 0).length;
    expect([chair, norway, iran, india].map(heardBy)).toEqual([2, 2, 0, 0]);
    expect(viewFor(state, iran).lines.lines).toEqual([]);
  });
});

describe('from member to member', () => {
  it('[LI4] goes only where the policy allows it, which it does not unless changed', () => {
    given(...held())
      .when(write(iran), norway)
      .isRefused('lines.chatOff');
    given(...held(), by(chair, { type: 'session.changePolicy', chat: true }))
      .when(write(iran), norway, 'x1')
      .happens(expect.objectContaining({ line: expect.objectContaining({ from: norway, to: iran, chairs: false }) }));
    given(...talking, by(chair, { type: 'session.changePolicy', chat: false }))
      .when(write(iran), norway)
      .isRefused('lines.chatOff');
    given(...held())
      .when(write(chair), norway)
      .isRefused('lines.chatOff');
  });

  it('[LI4] goes from inside to inside', () => {
    const waits = [...talking, leaves(iran), knocks(iran)];
    given(...waits)
      .when(write(iran), norway)
      .isRefused('lines.recipientAway');
    given(...waits)
      .when(write(norway), iran)
      .isRefused('lines.outside');
    given(...talking, lost(iran))
      .when(write(iran), norway)
      .happensOf('lines.written');
  });
});
