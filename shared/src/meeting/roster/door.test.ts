import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { members } from '../../testing/sample.ts';
import { back, by, created, enter, held, lost, type Step, system, tell } from '../../testing/story.ts';
import type { Id } from '../words.ts';
import { memberById } from './rules.ts';
import type { EquipmentResult } from './schema.ts';

const { chair, moderator, operator, keynote, rapporteur, norway, iran, india } = members;

const enters = { type: 'roster.enterLobby', ruleVersion: 1 } as const;
const knocks = (member: Id): Step => by(member, enters);
const flagged = (member: Id): Step => system({ type: 'roster.flagLink', member });
const leaves = (member: Id): Step => by(member, { type: 'roster.leave' });
const locked: Step = by(chair, { type: 'roster.lock' });
const memberAfter = (member: Id, ...steps: Step[]) => memberById(tell(...steps).state, member);

const result: EquipmentResult = {
  camera: 'ok',
  microphone: 'denied',
  speaker: 'heard',
  udp: 'failed',
  tcp: 'ok',
  loopback: 'notTested',
  roundTripMs: 120,
  lossPercent: 1.5,
};

describe('the gate', () => {
  it('[RO12] who is outside may decline the rule in its current version, and may accept it later', () => {
    const decline = { type: 'roster.declineRule', ruleVersion: 1 } as const;
    given(created()).when(decline, norway).happens({ type: 'roster.ruleDeclined', member: norway, ruleVersion: 1 });
    given(created())
      .when({ ...decline, ruleVersion: 0 }, norway)
      .isRefused('roster.ruleChanged');
    given(created(), knocks(norway)).when(decline, norway).isRefused('roster.alreadyInside');
    given(...held())
      .when(decline, norway)
      .isRefused('roster.alreadyInside');
    given(...held(), lost(norway))
      .when(decline, norway)
      .isRefused('roster.alreadyInside');
    given(...held(), leaves(norway))
      .when(decline, norway)
      .happensOf('roster.ruleDeclined');

    const declined = memberAfter(norway, created(), by(norway, decline));
    expect(declined).toMatchObject({ presence: { status: 'invited' }, ruleAccepted: null, door: { ruleDeclined: 1 } });
    const later = memberAfter(norway, created(), by(norway, decline), knocks(norway));
    expect(later).toMatchObject({ presence: { status: 'inLobby' }, ruleAccepted: 1, door: { ruleDeclined: null } });
  });

  it('[RO13] on entry a member may declare to be alone or who else is there, sealed in the log', () => {
    const declares = (company: { kind: 'alone' } | { kind: 'accompanied'; by: string } | null) =>
      given(created()).when({ ...enters, company }, norway);
    const entered = { type: 'roster.lobbyEntered', member: norway, ruleVersion: 1 };
    declares({ kind: 'alone' }).happens({ ...entered, company: { kind: 'alone' } });
    const accompanied = { kind: 'accompanied', by: { text: 'an assistant' } };
    const { state, happens } = declares({ kind: 'accompanied', by: 'an assistant' });
    happens({ ...entered, company: accompanied });
    expect(memberById(state, norway)?.company).toEqual(accompanied);
    declares(null).happens(entered);
  });

  it('[RO13] what was declared counts for that entry alone', () => {
    const again = [created(), by(norway, { ...enters, company: { kind: 'alone' } }), leaves(norway), knocks(norway)];
    expect(memberAfter(norway, ...again)?.company).toBeNull();
  });

  it('[RO20] a member may send the result of the test at any time, and the last one counts', () => {
    const report = (udp: 'ok' | 'failed') => ({ type: 'roster.reportCheck' as const, result: { ...result, udp } });
    given(created())
      .when(report('failed'), norway)
      .happens({ type: 'roster.equipmentChecked', member: norway, result });
    const sent = [by(norway, report('failed')), by(norway, report('ok'))];
    expect(memberAfter(norway, created(), ...sent)?.door.check).toEqual({ ...result, udp: 'ok' });
    expect(memberAfter(norway, ...held(), ...sent)?.door.check).toEqual({ ...result, udp: 'ok' });
    expect(memberAfter(iran, created(), ...sent)?.door.check).toBeNull();
    given(...held(), by(chair, { type: 'session.adjourn' }))
      .when(report('ok'), norway)
      .isRefused('session.adjourned');
  });
});

describe('who lets in', () => {
  const waiting = [created(), enter(chair), enter(operator), knocks(norway), knocks(iran)];

  it('[RO14] all who are named come in at once, passing over whom another has dealt with meanwhile', () => {
    for (const admits of [chair, operator])
      given(...waiting)
        .when({ type: 'roster.admitAll', members: [norway, iran, norway] }, admits)
        .happens({ type: 'roster.admitted', member: norway }, { type: 'roster.admitted', member: iran });
    const all = { type: 'roster.admitAll', members: [norway, iran, india] } as const;
    given(...waiting, by(operator, { type: 'roster.admit', member: norway }))
      .when({ ...all, members: [...all.members] }, chair)
      .happens({ type: 'roster.admitted', member: iran });
    given(...waiting, lost(norway))
      .when({ type: 'roster.admitAll', members: [norway, iran] }, chair)
      .happens({ type: 'roster.admitted', member: iran });
  });

  it('[RO14] [PE5] of those named somebody has to wait, and nobody may be unknown', () => {
    given(...waiting)
      .when({ type: 'roster.admitAll', members: [chair, india] }, chair)
      .isRefused('roster.notInLobby');
    given(...waiting)
      .when({ type: 'roster.admitAll', members: [norway, 'constructor'] }, chair)
      .isRefused('roster.unknownMember');
    given(...waiting, enter(rapporteur))
      .when({ type: 'roster.admitAll', members: [norway] }, rapporteur)
      .isRefused('role.required');
  });

  it('[RO10] [RO14] the keynote goes backstage when all come in during the meeting', () => {
    given(created(), enter(chair), by(chair, { type: 'session.open' }), knocks(keynote), knocks(norway))
      .when({ type: 'roster.admitAll', members: [keynote, norway] }, chair)
      .happens(
        { type: 'roster.admitted', member: keynote },
        { type: 'roster.wentBackstage', member: keynote },
        { type: 'roster.admitted', member: norway },
      );
  });

  it('[RO5] [RO14] who waits is turned away, also with a lost link, and may knock again', () => {
    const away = { type: 'roster.turnAway', member: norway } as const;
    given(...waiting)
      .when(away, operator)
      .happens({ type: 'roster.turnedAway', member: norway });
    const turned = given(...waiting, lost(norway), by(chair, away));
    expect(memberById(turned.state, norway)?.presence).toEqual({ status: 'invited' });
    turned.when(enters, norway).happensOf('roster.lobbyEntered');
    given(...held())
      .when(away, chair)
      .isRefused('roster.notInLobby');
    given(...held(), lost(norway))
      .when(away, chair)
      .isRefused('roster.notInLobby');
    given(created(), enter(chair)).when(away, chair).isRefused('roster.notInLobby');
    given(...waiting)
      .when({ ...away, member: 'constructor' }, chair)
      .isRefused('roster.unknownMember');
    given(...waiting, enter(rapporteur))
      .when(away, rapporteur)
      .isRefused('role.required');
  });
});

describe('a link that was opened elsewhere after its use', () => {
  it('[RO15] leaves who is inside there', () => {
    const { state } = given(...held(), flagged(norway));
    expect(memberById(state, norway)).toMatchObject({
      presence: { status: 'admitted' },
      door: { linkUses: 1, vouchedFor: false },
    });
    given(...held(), flagged(norway), lost(norway), back(norway))
      .when({ type: 'floor.decline', turn: 'constructor' }, norway)
      .isRefused('floor.unknownTurn');
  });

  it('[RO3] [RO15] makes who would be admitted on entry wait like anybody else', () => {
    for (const member of [chair, moderator, operator])
      given(created(), flagged(member))
        .when(enters, member)
        .happens({ type: 'roster.lobbyEntered', member, ruleVersion: 1 });
    given(created(), flagged(chair), knocks(chair), enter(moderator))
      .when({ type: 'roster.admit', member: chair }, moderator)
      .happens({ type: 'roster.vouchedFor', member: chair }, { type: 'roster.admitted', member: chair });
  });

  it('[RO15] lets its member in by name alone, and from then on the member is trusted', () => {
    const doubtful = [created(), enter(chair), knocks(norway), knocks(iran), flagged(norway)];
    given(...doubtful)
      .when({ type: 'roster.admitAll', members: [iran, norway] }, chair)
      .isRefused('roster.linkDoubtful');
    const byName = { type: 'roster.admit', member: norway } as const;
    given(...doubtful)
      .when(byName, chair)
      .happens({ type: 'roster.vouchedFor', member: norway }, { type: 'roster.admitted', member: norway });
    const again = [...doubtful, by(chair, byName), leaves(norway), knocks(norway)];
    given(...again)
      .when({ type: 'roster.admitAll', members: [norway] }, chair)
      .happens({ type: 'roster.admitted', member: norway });
    given(...again)
      .when(byName, chair)
      .happens({ type: 'roster.admitted', member: norway });
    given(...again, flagged(norway))
      .when({ type: 'roster.admitAll', members: [norway] }, chair)
      .isRefused('roster.linkDoubtful');
    // Whoever is in already holds up nobody.
    given(...held(), leaves(iran), knocks(iran), flagged(norway))
      .when({ type: 'roster.admitAll', members: [norway, iran] }, chair)
      .happensOf('roster.admitted');
  });

  it('[RO15] is forgotten with a new link', () => {
    const renew = { type: 'roster.renewLink', member: norway } as const;
    given(created()).whenSystem(renew).happens();
    const doubtful = [created(), enter(chair), knocks(norway), flagged(norway), flagged(norway)];
    expect(memberAfter(norway, ...doubtful)?.door).toMatchObject({ linkUses: 2, vouchedFor: false });
    given(...doubtful)
      .whenSystem(renew)
      .happens({ type: 'roster.linkRenewed', member: norway });
    given(...doubtful, system(renew))
      .when({ type: 'roster.admitAll', members: [norway] }, chair)
      .happens({ type: 'roster.admitted', member: norway });
    expect(memberAfter(norway, ...doubtful, system(renew))?.door).toMatchObject({ linkUses: 0, vouchedFor: false });
    const vouched = [...doubtful, by(chair, { type: 'roster.admit', member: norway }), system(renew)];
    expect(memberAfter(norway, ...vouched)?.door).toMatchObject({ linkUses: 0, vouchedFor: false });
  });

  it('[RO15] [RO17] of nobody on the roster, or of who was removed, says nothing', () => {
    for (const type of ['roster.flagLink', 'roster.renewLink', 'roster.addDevice'] as const) {
      given(created()).whenSystem({ type, member: 'constructor' }).happens();
      const gone = by(chair, { type: 'roster.remove', member: norway });
      given(...held(), flagged(norway), by(chair, { type: 'roster.allowDevice', member: norway }), gone)
        .whenSystem({ type, member: norway })
        .happens();
    }
  });
});

describe('a further device', () => {
  const allow = { type: 'roster.allowDevice', member: norway } as const;

  it('[RO19] is allowed once at a time by a manager, and counts for one', () => {
    for (const allows of [chair, moderator])
      given(...held())
        .when(allow, allows)
        .happens({ type: 'roster.deviceAllowed', member: norway });
    given(...held())
      .when(allow, operator)
      .isRefused('role.required');
    given(...held(), by(chair, allow))
      .when(allow, chair)
      .isRefused('roster.deviceAllowedAlready');
    given(...held())
      .when({ ...allow, member: 'constructor' }, chair)
      .isRefused('roster.unknownMember');

    const add = { type: 'roster.addDevice', member: norway } as const;
    given(...held())
      .whenSystem(add)
      .happens();
    const allowed = [...held(), by(chair, allow)];
    expect(memberAfter(norway, ...allowed)?.door).toMatchObject({ deviceAllowed: true });
    given(...allowed)
      .whenSystem(add)
      .happens({ type: 'roster.deviceAdded', member: norway });
    expect(memberAfter(norway, ...allowed, system(add))?.door).toMatchObject({ deviceAllowed: false, linkUses: 0 });
    given(...allowed, system(add))
      .whenSystem(add)
      .happens();
    given(...allowed, system(add))
      .when(allow, chair)
      .happensOf('roster.deviceAllowed');
  });

  it('[RO19] that was allowed for an old link is not allowed for a new one', () => {
    const renewed = [...held(), by(chair, allow), system({ type: 'roster.renewLink', member: norway })];
    expect(memberAfter(norway, ...renewed)?.door.deviceAllowed).toBe(false);
  });
});

describe('a locked meeting', () => {
  it('[RO16] lets nobody new into the lobby but chair, moderator and operator', () => {
    for (const locks of [chair, moderator])
      given(...held())
        .when({ type: 'roster.lock' }, locks)
        .happens({ type: 'roster.locked' });
    const before = [created(), enter(chair), locked];
    given(...before)
      .when(enters, norway)
      .isRefused('roster.locked');
    for (const member of [moderator, operator])
      given(...before)
        .when(enters, member)
        .happensOf('roster.lobbyEntered', 'roster.admitted');
    given(...before, leaves(chair))
      .when(enters, chair)
      .happensOf('roster.lobbyEntered', 'roster.admitted');
    given(...before, by(chair, { type: 'roster.unlock' }))
      .when(enters, norway)
      .happensOf('roster.lobbyEntered');
  });

  it('[RO16] keeps whoever is there, and lets a link that is lost come back', () => {
    const waits = [created(), enter(chair), enter(iran), knocks(norway), locked];
    given(...waits)
      .when({ type: 'roster.admit', member: norway }, chair)
      .happensOf('roster.admitted');
    for (const member of [norway, iran])
      given(...waits, lost(member))
        .whenSystem({ type: 'roster.restoreLink', member })
        .happensOf('roster.linkRestored');
  });

  it('[RO16] is locked and unlocked by managers, once', () => {
    given(...held())
      .when({ type: 'roster.lock' }, operator)
      .isRefused('role.required');
    given(...held(), locked)
      .when({ type: 'roster.lock' }, chair)
      .isRefused('roster.lockedAlready');
    given(...held())
      .when({ type: 'roster.unlock' }, chair)
      .isRefused('roster.notLocked');
    given(...held(), locked)
      .when({ type: 'roster.unlock' }, moderator)
      .happens({ type: 'roster.unlocked' });
    expect(tell(...held(), locked, by(chair, { type: 'roster.unlock' })).state.roster.locked).toBe(false);
  });
});
