import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { back, by, created, enter, held, lost, pass, type Story, started } from '../../testing/story.ts';
import type { Id } from '../words.ts';
import { memberById } from './rules.ts';

const { chair, moderator, operator, norway, iran } = members;

const presenceOf = ({ state }: Pick<Story, 'state'>, member: Id) => memberById(state, member)?.presence;
const lobby = (member: Id) => by(member, { type: 'roster.enterLobby', ruleVersion: 1 });

describe('the roster', () => {
  it('[RO1] who enters accepts the rule in its current version', () => {
    given(created()).when({ type: 'roster.enterLobby', ruleVersion: 0 }, norway).isRefused('roster.ruleChanged');
    const { state } = given(created(), lobby(norway));
    expect(memberById(state, norway)?.ruleAccepted).toBe(1);
  });

  it('[RO2] who is in the lobby, inside or disconnected cannot enter again', () => {
    const again = { type: 'roster.enterLobby', ruleVersion: 1 } as const;
    given(created(), lobby(norway)).when(again, norway).isRefused('roster.alreadyInside');
    given(...held())
      .when(again, norway)
      .isRefused('roster.alreadyInside');
    given(...held(), lost(norway))
      .when(again, norway)
      .isRefused('roster.alreadyInside');
  });

  it('[RO3] chair, moderator and operator are admitted as they enter', () => {
    for (const member of [chair, moderator, operator])
      given(created())
        .when({ type: 'roster.enterLobby', ruleVersion: 1 }, member)
        .happens({ type: 'roster.lobbyEntered', member, ruleVersion: 1 }, { type: 'roster.admitted', member });
  });

  it('[RO4] everybody else waits in the lobby until admitted', () => {
    given(created())
      .when({ type: 'roster.enterLobby', ruleVersion: 1 }, members.keynote)
      .happens({ type: 'roster.lobbyEntered', member: members.keynote, ruleVersion: 1 });
    for (const admits of [chair, moderator, operator])
      given(created(), enter(admits), lobby(norway))
        .when({ type: 'roster.admit', member: norway }, admits)
        .happens({ type: 'roster.admitted', member: norway });
    given(...held())
      .when({ type: 'roster.admit', member: norway }, members.rapporteur)
      .isRefused('role.required');
  });

  it('[RO5] only who is in the lobby can be admitted', () => {
    given(created(), enter(chair)).when({ type: 'roster.admit', member: norway }, chair).isRefused('roster.notInLobby');
    given(created(), enter(chair), lobby(norway), lost(norway))
      .when({ type: 'roster.admit', member: norway }, chair)
      .isRefused('roster.notInLobby');
  });

  it('[RO6] leaving ends what the member holds and keeps the list and the questions of the seat', () => {
    const { state, ...outcome } = given(
      ...held(),
      started('discussion'),
      by(norway, { type: 'speakers.requestFloor', item: items.discussion, topic: 'Water' }, 'e1'),
      by(norway, { type: 'questions.submit', text: 'Why?', language: 'en' }, 'q1'),
      by(chair, { type: 'floor.give', seat: seats.norway }, 't1'),
      by(norway, { type: 'floor.take', turn: 't1' }),
      pass(2000),
    ).when({ type: 'roster.leave' }, norway);
    outcome.happens(
      { type: 'floor.turnEnded', turn: 't1', reason: 'left', usedMs: 2000 },
      { type: 'roster.left', member: norway },
    );
    expect(state.speakers.lists[0]?.entries).toMatchObject([{ id: 'e1', status: 'waiting' }]);
    expect(state.questions.questions).toMatchObject([{ id: 'q1', status: 'submitted' }]);
  });

  it('[RO6] what another member of the seat holds goes on', () => {
    given(
      ...held(),
      by(chair, { type: 'floor.give', seat: seats.iran }, 't1'),
      by(members.iranAide, { type: 'floor.take', turn: 't1' }),
    )
      .when({ type: 'roster.leave' }, iran)
      .happens({ type: 'roster.left', member: iran });
  });

  it('[RO7] a lost link remembers where the member was, and one that is back puts the member there', () => {
    const waiting = given(created(), lobby(norway), pass(50), lost(norway));
    expect(presenceOf(waiting, norway)).toEqual({
      status: 'disconnected',
      from: 'inLobby',
      called: false,
      since: 50,
    });
    expect(presenceOf(given(created(), lobby(norway), lost(norway), back(norway)), norway)).toEqual({
      status: 'inLobby',
    });
    expect(presenceOf(given(...held(), lost(norway), back(norway)), norway)).toEqual({ status: 'admitted' });
  });

  it('[RO7] a link that was never there is not lost, and one that was not lost does not come back', () => {
    given(created()).whenSystem({ type: 'roster.loseLink', member: norway }).happens();
    given(created()).whenSystem({ type: 'roster.loseLink', member: 'constructor' }).happens();
    given(...held(), lost(norway))
      .whenSystem({ type: 'roster.loseLink', member: norway })
      .happens();
    given(...held())
      .whenSystem({ type: 'roster.restoreLink', member: norway })
      .happens();
  });

  it('[RO8] who leaves from inside has left, who leaves from the lobby is invited, and both may enter again', () => {
    const fromInside = given(...held(), by(norway, { type: 'roster.leave' }));
    expect(presenceOf(fromInside, norway)).toEqual({ status: 'left' });
    fromInside.when({ type: 'roster.enterLobby', ruleVersion: 1 }, norway).happensOf('roster.lobbyEntered');

    const fromLobby = given(created(), lobby(norway), lost(norway), by(norway, { type: 'roster.leave' }));
    expect(presenceOf(fromLobby, norway)).toEqual({ status: 'invited' });
    fromLobby.when({ type: 'roster.enterLobby', ruleVersion: 1 }, norway).happensOf('roster.lobbyEntered');
  });

  it('[RO8] leaving twice, or before entering, does nothing', () => {
    given(...held(), by(norway, { type: 'roster.leave' }))
      .when({ type: 'roster.leave' }, norway)
      .happens();
    given(created()).when({ type: 'roster.leave' }, norway).happens();
  });
});
