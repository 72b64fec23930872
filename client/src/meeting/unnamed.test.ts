import { initialState, type Role } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import type { TextKey } from '../text/index.ts';
import { sayIn } from '../text/sentences.ts';
import { isUnnamed, unnamedName } from './unnamed.ts';

const words = {
  en: { 'role.participant': 'Participant', 'role.observer': 'Observer', 'people.numbered': '{label} {number, number}' },
  fa: { 'role.participant': 'شرکت‌کننده', 'role.observer': 'ناظر', 'people.numbered': '{label} {number, number}' },
};
const reading = (language: 'en' | 'fa') => ({ language, say: sayIn<TextKey>(language, words[language]) });

const seat = (id: string, delegation: string | null, members: string[], role: Role = 'participant') => ({
  id,
  role,
  delegation,
  members,
});
const seats = [
  seat('s1', 'no', ['astrid', 'aide']),
  seat('s2', 'ir', ['leila']),
  seat('s3', null, ['one'], 'observer'),
  seat('s4', 'no', ['bjorn']),
  seat('s5', 'no', ['me']),
];
const members = ['astrid', 'aide', 'leila', 'one', 'bjorn'].map((id) => [id, { name: null, office: null }]);
const nameplates = {
  members: { ...Object.fromEntries(members), me: { name: 'Ingrid Solheim', office: null } },
  delegations: { no: { en: 'Norway', fa: 'نروژ' }, ir: { en: 'Iran', fa: 'ایران' } },
};
const view = { state: { ...initialState, roster: { ...initialState.roster, seats } }, nameplates };

describe('a name that is kept from the reader', () => {
  it('gives way to the delegation, and to the function of who has none', () => {
    expect(unnamedName(view, 'leila', reading('en'))).toBe('Iran');
    expect(unnamedName(view, 'one', reading('en'))).toBe('Observer');
    expect(unnamedName(view, 'leila', reading('fa'))).toBe('ایران');
  });

  it('is numbered in the order of the seats where several would be called the same, without who is named', () => {
    const called = ['astrid', 'aide', 'bjorn'].map((id) => unnamedName(view, id, reading('en')));
    expect(called).toEqual(['Norway 1', 'Norway 2', 'Norway 3']);
    expect(unnamedName(view, 'bjorn', reading('fa'))).toBe('نروژ ۳');
    expect(isUnnamed(view, 'me')).toBe(false);
  });

  it('tells no delegation where the meeting shows none', () => {
    const counts = { ...view, nameplates: { ...nameplates, delegations: {} } };
    const called = ['astrid', 'aide', 'leila', 'bjorn', 'one'].map((id) => unnamedName(counts, id, reading('en')));
    expect(called).toEqual(['Participant 1', 'Participant 2', 'Participant 3', 'Participant 4', 'Observer']);
  });
});
