import {
  initialState,
  type MeetingState,
  nothingKnown,
  type Role,
  type ScreenLeave,
  type TurnStatus,
} from '@track2/shared';
import { describe, expect, it } from 'vitest';
import type { OwnSource } from '../../media/own.ts';
import { type LeaveSeen, ownScreen, screenNews } from './ownScreen.ts';

const seen = (leave: ScreenLeave, shown = false, turn = 't'): LeaveSeen => ({ turn, leave, shown });

const speaking: TurnStatus = { kind: 'speaking', member: 'm', since: 0 };

function meeting(screen: ScreenLeave, status: TurnStatus = speaking, role: Role = 'participant'): MeetingState {
  return {
    ...initialState,
    roster: {
      ...initialState.roster,
      seats: [{ id: 's', role, delegation: null, members: ['m'] }],
      members: [
        {
          id: 'm',
          seat: 's',
          kind: 'principal',
          presence: { status: 'admitted' },
          ruleAccepted: 1,
          company: null,
          door: nothingKnown,
        },
      ],
    },
    floor: {
      ...initialState.floor,
      turns: [
        {
          id: 't',
          seat: 's',
          purpose: { kind: 'invited' },
          takesQuestions: false,
          limitMs: null,
          warnMs: 0,
          limit: 'soft',
          graceMs: 0,
          delegation: null,
          screen,
          usedMs: 0,
          lostMs: 0,
          status,
        },
      ],
    },
  };
}

const stepOf = (state: MeetingState, source: OwnSource = 'off') => ownScreen(state, 'm', source)?.step ?? null;

describe('the own screen', () => {
  it('is asked for, waited for, then shown by an act of one’s own', () => {
    expect(stepOf(meeting('none'))).toBe('ask');
    expect(stepOf(meeting('requested'))).toBe('requested');
    expect(stepOf(meeting('allowed'))).toBe('allowed');
    expect(stepOf(meeting('allowed'), 'on')).toBe('shown');
    expect(stepOf(meeting('allowed'), 'live')).toBe('shown');
  });

  it('needs the floor in one’s own hands, and a device that can show one', () => {
    expect(stepOf(meeting('none', { kind: 'called', answerBy: 1 }))).toBeNull();
    expect(stepOf(meeting('allowed', { kind: 'suspended', member: 'm' }))).toBeNull();
    expect(stepOf(meeting('allowed', { kind: 'speaking', member: 'aide', since: 0 }))).toBeNull();
    expect(stepOf(meeting('none'), 'none')).toBeNull();
  });

  it('needs nobody’s leave for those who run the meeting', () => {
    expect(ownScreen(meeting('none', speaking, 'chair'), 'm', 'off')?.manages).toBe(true);
    expect(ownScreen(meeting('none', speaking, 'keynote'), 'm', 'off')?.manages).toBe(false);
  });
});

describe('what is said about the leave', () => {
  it('is that it was given, refused, or taken back in mid-show', () => {
    expect(screenNews(seen('requested'), seen('allowed'))).toBe('allowed');
    expect(screenNews(seen('requested'), seen('none'))).toBe('denied');
    expect(screenNews(seen('allowed', true), seen('none'))).toBe('stopped');
    expect(screenNews(seen('allowed'), seen('none'))).toBe('denied');
  });

  it('is nothing for one’s own request, for a turn that begins or ends, and while nothing changes', () => {
    expect(screenNews(seen('none'), seen('requested'))).toBeNull();
    expect(screenNews(null, seen('allowed'))).toBeNull();
    expect(screenNews(seen('allowed', true), null)).toBeNull();
    expect(screenNews(seen('allowed'), seen('none', false, 'other'))).toBeNull();
    expect(screenNews(seen('allowed'), seen('allowed', true))).toBeNull();
  });
});
