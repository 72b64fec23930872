import type { EquipmentResult, Invitee } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { equipmentOf, isSent, needOf, standingOf } from './standing.ts';

const invitee = (change: Partial<Invitee> = {}): Invitee => ({
  member: 'm-1',
  seat: 'no-1',
  person: 'person-1',
  role: 'participant',
  name: 'Ingrid Solheim',
  email: null,
  state: 'sent',
  sent: { at: 1000, by: 'mail' },
  openedAt: null,
  presence: 'invited',
  ruleAccepted: false,
  ruleDeclined: false,
  linkUses: 0,
  check: null,
  mailProblem: null,
  ...change,
});

const passed: EquipmentResult = {
  camera: 'ok',
  microphone: 'ok',
  speaker: 'heard',
  udp: 'ok',
  tcp: 'ok',
  loopback: 'ok',
  roundTripMs: 40,
  lossPercent: 0,
};

describe('the standing of an invitation', () => {
  it('says how a link was given, and on which day', () => {
    expect(standingOf(invitee())).toMatchObject({ key: 'invite.state.sent', at: 1000 });
    expect(standingOf(invitee({ sent: { at: 2000, by: 'hand' } }))).toMatchObject({
      key: 'invite.state.handed',
      at: 2000,
    });
  });

  it('puts what needs the convener before how far it has come', () => {
    expect(standingOf(invitee({ state: 'opened', linkUses: 1 })).key).toBe('invite.state.usedTwice');
    expect(standingOf(invitee({ state: 'drafted', mailProblem: 'refused' })).key).toBe('invite.state.mailRefused');
    expect(standingOf(invitee({ state: 'opened', ruleDeclined: true })).key).toBe('invite.state.declined');
  });

  it('asks of a second use as long as nobody vouches for the person, and is settled once the link is revoked', () => {
    expect(needOf(invitee({ state: 'admitted', linkUses: 2 }))).toBe('usedTwice');
    expect(needOf(invitee({ state: 'admitted', linkUses: 0 }))).toBeNull();
    expect(needOf(invitee({ state: 'revoked', linkUses: 2, mailProblem: 'refused' }))).toBeNull();
  });

  it('counts as sent whatever came after the sending', () => {
    const states = ['drafted', 'sent', 'opened', 'tested', 'admitted', 'revoked'] as const;
    expect(states.filter((state) => isSent(invitee({ state })))).toEqual(['sent', 'opened', 'tested', 'admitted']);
  });
});

const said = (change: Partial<EquipmentResult>): string => equipmentOf({ ...passed, ...change }).key;

describe('the equipment', () => {
  it('is said by the worst of it', () => {
    expect(equipmentOf(null).key).toBe('invite.equipment.none');
    expect(said({})).toBe('invite.equipment.passed');
    expect(said({ udp: 'failed' })).toBe('invite.equipment.relay');
    expect(said({ udp: 'failed', tcp: 'failed' })).toBe('invite.equipment.noPath');
    expect(said({ udp: 'failed', microphone: 'denied' })).toBe('invite.equipment.noMicrophone');
    expect(said({ camera: 'missing' })).toBe('invite.equipment.noCamera');
    expect(said({ speaker: 'notTested' })).toBe('invite.equipment.partly');
  });
});
