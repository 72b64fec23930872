import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import {
  back,
  by,
  created,
  enter,
  held,
  lost,
  pass,
  received,
  type Step,
  started,
  system,
  tell,
  wait,
} from '../../testing/story.ts';
import { nextDeadlines } from '../deadlines.ts';
import { sightOf } from '../projection.ts';
import type { Id, Role } from '../words.ts';
import { CHAIR_AWAY_MS } from './roles.ts';
import { memberById, seatById } from './rules.ts';
import { GivenRole } from './schema.ts';

const { chair, moderator, keynote, keynoteAide, operator, norway, iran, india } = members;

const setRole = (seat: Id, role: Exclude<Role, 'chair' | 'convener'>) =>
  ({ type: 'roster.setRole', seat, role }) as const;
const handOver = (seat: Id) => ({ type: 'roster.handOverChair', seat }) as const;
const takeChair = { type: 'roster.takeChair' } as const;
const behind = (member: Id): Step => by(member, { type: 'roster.goBackstage' });
const asksFor = (member: Id, entry: Id): Step =>
  by(member, { type: 'speakers.requestFloor', item: items.discussion, topic: null }, entry);
const inDebate = [...held(), started('discussion')];
const roleAfter = (seat: Id, ...steps: Step[]) => seatById(tell(...steps).state, seat)?.role;
const chairsOf = (...steps: Step[]) =>
  tell(...steps).state.roster.seats.flatMap(({ id, role }) => (role === 'chair' ? [id] : []));

describe('what a seat is made', () => {
  it('[RO21] counts at once, for what its members may do and see', () => {
    const promote = setRole(seats.norway, 'moderator');
    given(...held())
      .when(promote, chair)
      .happens({ type: 'roster.roleSet', seat: seats.norway, role: 'moderator' });
    const promoted = [...held(), by(chair, promote)];
    given(...promoted)
      .when({ type: 'floor.give', seat: seats.iran }, norway)
      .happensOf('floor.called');
    expect(sightOf(tell(...promoted).state, norway)).toBe('bench');
    const demoted = [...promoted, by(chair, setRole(seats.norway, 'participant'))];
    given(...demoted)
      .when({ type: 'floor.give', seat: seats.iran }, norway)
      .isRefused('role.required');
    expect(sightOf(tell(...demoted).state, norway)).toBe('table');
  });

  it('[RO21] is decided by the chair alone, and is neither chair nor convener', () => {
    for (const other of [moderator, operator, norway])
      given(...held())
        .when(setRole(seats.iran, 'observer'), other)
        .isRefused('role.required');
    given(...held())
      .when(setRole(seats.chair, 'observer'), chair)
      .isRefused('roster.chairsSeat');
    given(...held())
      .when(setRole(seats.norway, 'participant'), chair)
      .isRefused('roster.roleHeld');
    given(...held())
      .when(setRole('constructor', 'participant'), chair)
      .isRefused('roster.unknownSeat');
    for (const role of ['chair', 'convener']) expect(GivenRole.safeParse(role).success).toBe(false);
    expect(GivenRole.safeParse('interpreter').success).toBe(true);
  });

  it('[RO21] ends the turn of a seat that may not speak any more, and declines what it waits for', () => {
    const speaks = [
      asksFor(iran, 'e1'),
      by(chair, { type: 'floor.give', seat: seats.norway }, 't1'),
      by(norway, { type: 'floor.take', turn: 't1' }),
      asksFor(norway, 'e2'),
      pass(3000),
    ];
    given(...inDebate, ...speaks)
      .when(setRole(seats.norway, 'observer'), chair)
      .happens(
        { type: 'floor.turnEnded', turn: 't1', reason: 'left', usedMs: 3000 },
        { type: 'speakers.entryMarked', entry: 'e2', status: 'declined', usedMs: 0 },
        { type: 'roster.roleSet', seat: seats.norway, role: 'observer' },
      );
    given(...inDebate, ...speaks)
      .when(setRole(seats.norway, 'discussant'), chair)
      .happens({ type: 'roster.roleSet', seat: seats.norway, role: 'discussant' });
  });

  it('[RO21] ends the call of such a seat too, so that nobody takes the floor who may not speak', () => {
    const called = [asksFor(norway, 'e1'), by(chair, { type: 'speakers.call', entry: 'e1' }, 't1')];
    const { state, happensOf } = given(...inDebate, ...called).when(setRole(seats.norway, 'rapporteur'), chair);
    happensOf('floor.turnEnded', 'speakers.entryMarked', 'speakers.entryMarked', 'roster.roleSet');
    expect(state.floor.turns).toEqual([]);
    expect(state.speakers.lists[0]?.entries).toMatchObject([{ id: 'e1', status: 'declined' }]);
  });

  it('[RO21] ends the driving of slides by such a seat', () => {
    const drives = [
      started('keynote'),
      received('d1', keynote),
      by(keynote, { type: 'slides.present', document: 'd1' }),
    ];
    given(...held(), ...drives)
      .when(setRole(seats.keynote, 'observer'), chair)
      .happens(
        { type: 'slides.driverSet', driver: null },
        { type: 'roster.roleSet', seat: seats.keynote, role: 'observer' },
      );
  });

  it('[RO21] closes the presiding microphone of who may not preside any more, and no other', () => {
    const presides = by(moderator, { type: 'floor.takeMicrophone' }, 't1');
    const demote = setRole(seats.moderator, 'participant');
    given(...held(), presides, pass(1000))
      .when(demote, chair)
      .happens(
        { type: 'floor.turnEnded', turn: 't1', reason: 'left', usedMs: 1000 },
        { type: 'roster.roleSet', seat: seats.moderator, role: 'participant' },
      );
    const spoken = [
      by(chair, { type: 'floor.give', seat: seats.moderator }, 't1'),
      by(moderator, { type: 'floor.take', turn: 't1' }),
    ];
    given(...held(), ...spoken)
      .when(demote, chair)
      .happens({ type: 'roster.roleSet', seat: seats.moderator, role: 'participant' });
    const other = by(chair, { type: 'floor.takeMicrophone' }, 't1');
    given(...held(), other)
      .when(demote, chair)
      .happensOf('roster.roleSet');
  });

  it('[RO21] brings into the room who may not be backstage any more, with or without a link', () => {
    const demote = setRole(seats.keynote, 'participant');
    given(...held(), behind(keynote))
      .when(demote, chair)
      .happens(
        { type: 'roster.wentOnStage', member: keynote },
        { type: 'roster.roleSet', seat: seats.keynote, role: 'participant' },
      );
    const away = [...held(), behind(keynote), lost(keynote), by(chair, demote), back(keynote)];
    expect(memberById(tell(...away).state, keynote)?.presence).toEqual({ status: 'admitted' });
    const called = by(chair, { type: 'roster.callOnStage', member: keynote });
    const absent = tell(...held(), behind(keynote), called, lost(keynote), by(chair, demote)).state;
    expect(memberById(absent, keynote)?.presence).toEqual({
      status: 'disconnected',
      from: 'admitted',
      called: false,
      since: 0,
    });
    given(...held(), behind(keynoteAide))
      .when(setRole(seats.keynote, 'operator'), chair)
      .happensOf('roster.roleSet');
  });
});

describe('the chair', () => {
  it('[RO22] goes to a seat that is there, and who had it moderates', () => {
    given(...held())
      .when(handOver(seats.norway), chair)
      .happens(
        { type: 'roster.roleSet', seat: seats.chair, role: 'moderator' },
        { type: 'roster.roleSet', seat: seats.norway, role: 'chair' },
      );
    const handed = [...held(), by(chair, handOver(seats.norway))];
    expect(chairsOf(...handed)).toEqual([seats.norway]);
    given(...handed)
      .when({ type: 'session.adjourn' }, chair)
      .isRefused('role.required');
    given(...handed)
      .when({ type: 'session.adjourn' }, norway)
      .happensOf('session.adjourned');
    given(...held(), behind(keynote))
      .when(handOver(seats.keynote), chair)
      .happensOf('roster.roleSet', 'roster.roleSet');
  });

  it('[RO22] goes to nobody who is away, unknown or has it, and is handed over by nobody else', () => {
    given(...held(), lost(norway))
      .when(handOver(seats.norway), chair)
      .isRefused('roster.seatAbsent');
    given(created(), enter(chair), by(norway, { type: 'roster.enterLobby', ruleVersion: 1 }))
      .when(handOver(seats.norway), chair)
      .isRefused('roster.seatAbsent');
    given(...held())
      .when(handOver('constructor'), chair)
      .isRefused('roster.unknownSeat');
    given(...held())
      .when(handOver(seats.chair), chair)
      .isRefused('roster.roleHeld');
    given(...held())
      .when(handOver(seats.norway), moderator)
      .isRefused('role.required');
  });
});

describe('a chair who is away', () => {
  const missed = { type: 'roster.chairMissed', since: 0 };

  it('[RO23] is missed from the moment at which no chair is connected inside', () => {
    given(...held())
      .whenSystem({ type: 'roster.loseLink', member: chair })
      .happens({ type: 'roster.linkLost', member: chair, since: 0 }, missed);
    given(...held())
      .when({ type: 'roster.leave' }, chair)
      .happens({ type: 'roster.left', member: chair }, missed);
    given(...held())
      .when({ type: 'roster.goBackstage' }, chair)
      .happensOf('roster.wentBackstage');
    given(...held())
      .whenSystem({ type: 'roster.loseLink', member: moderator })
      .happensOf('roster.linkLost');
    given(created(), enter(chair)).when({ type: 'roster.leave' }, chair).happensOf('roster.left');
    given(...held(), by(chair, handOver(seats.norway)), lost(norway))
      .when({ type: 'roster.remove', member: india }, moderator)
      .happensOf('roster.removed');
  });

  it('[RO23] is offered to the moderators after 60 s, once, and not a moment before', () => {
    const away = [...held(), lost(chair)];
    expect(nextDeadlines(tell(...away).state).meeting).toBe(CHAIR_AWAY_MS);
    expect(CHAIR_AWAY_MS).toBe(60_000);
    given(...away, pass(CHAIR_AWAY_MS - 1))
      .whenSystem({ type: 'session.alarm' })
      .happens();
    given(...away, pass(CHAIR_AWAY_MS))
      .whenSystem({ type: 'session.alarm' })
      .happens({ type: 'roster.chairOffered' });
    const { state } = tell(...away, wait(CHAIR_AWAY_MS));
    expect(state.roster.chair).toEqual({ status: 'offered' });
    expect(nextDeadlines(state).meeting).toBeNull();
    given(...away, wait(CHAIR_AWAY_MS))
      .whenSystem({ type: 'session.alarm' })
      .happens();
  });

  it('[RO23] who is back is missed no more, and the 60 s begin anew', () => {
    const again = [...held(), lost(chair), pass(50_000), back(chair)];
    expect(tell(...again).state.roster.chair).toEqual({ status: 'there' });
    expect(nextDeadlines(tell(...again).state).meeting).toBeNull();
    expect(nextDeadlines(tell(...again, lost(chair)).state).meeting).toBe(110_000);
    given(...held(), lost(chair), wait(CHAIR_AWAY_MS))
      .whenSystem({ type: 'roster.restoreLink', member: chair })
      .happens({ type: 'roster.linkRestored', member: chair }, { type: 'roster.chairReturned' });
    given(...held(), lost(chair), wait(CHAIR_AWAY_MS), back(chair))
      .when(takeChair, moderator)
      .isRefused('roster.chairNotOffered');
  });

  it('[RO23] loses the chair to the moderator who takes it, and moderates when back', () => {
    const offered = [...held(), lost(chair), wait(CHAIR_AWAY_MS)];
    given(...offered)
      .when(takeChair, moderator)
      .happens(
        { type: 'roster.roleSet', seat: seats.chair, role: 'moderator' },
        { type: 'roster.roleSet', seat: seats.moderator, role: 'chair' },
        { type: 'roster.chairReturned' },
      );
    expect(chairsOf(...offered, by(moderator, takeChair))).toEqual([seats.moderator]);
    expect(roleAfter(seats.chair, ...offered, by(moderator, takeChair), back(chair))).toBe('moderator');
    for (const other of [operator, norway])
      given(...offered)
        .when(takeChair, other)
        .isRefused('role.required');
    given(...held())
      .when(takeChair, moderator)
      .isRefused('roster.chairNotOffered');
    given(...held(), lost(chair), pass(CHAIR_AWAY_MS))
      .when(takeChair, moderator)
      .isRefused('roster.chairNotOffered');
  });

  it('[RO23] is waited for no more once the meeting is over', () => {
    const over = tell(
      ...held(),
      lost(chair),
      wait(CHAIR_AWAY_MS),
      by(moderator, takeChair),
      by(moderator, { type: 'session.adjourn' }),
    );
    expect(nextDeadlines(over.state).meeting).toBeNull();
    given(...held(), by(chair, { type: 'session.adjourn' }))
      .when({ type: 'roster.leave' }, chair)
      .happens({ type: 'roster.left', member: chair });
    given(
      ...held(),
      system({ type: 'session.takeOver' }),
      { type: 'session.adjourned', moment: { at: 0, wall: 0 } },
      pass(CHAIR_AWAY_MS),
    )
      .whenSystem({ type: 'session.alarm' })
      .happens();
  });
});
