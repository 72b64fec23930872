import { describe, expect, it } from 'vitest';
import { deskText } from '../../text/en/desk.ts';
import { deskInvitationsText } from '../../text/en/deskInvitations.ts';
import { deskPlanText } from '../../text/en/deskPlan.ts';
import { sayIn } from '../../text/sentences.ts';
import { placeIn, searchOf } from './place.ts';
import { placeInWords, problemKey } from './problems.ts';

const say = sayIn('en', { ...deskText, ...deskPlanText, ...deskInvitationsText });
const words = (of: Readonly<Record<string, string>>): string => of.en ?? '';

const inWords = (path: string): string => placeInWords(path, null, { say, words });

describe('a place of the file', () => {
  it('is named as the convener sees it, counted from one', () => {
    expect(inWords('seats[2].people[0].email')).toBe('Seat 3, person 1, e-mail');
    expect(inWords('agenda[1].parts[0].minutes')).toBe('item 2, part 1, minutes');
    expect(inWords('rule.text.en')).toBe('Text of the rule');
    expect(inWords('')).toBe('The file');
  });
});

describe('a problem of the file', () => {
  it('is said in plain words where it is known', () => {
    expect(problemKey('must be an e-mail address')).toBe('plan.problem.email');
    expect(problemKey('no seat has the role "chair", so nobody could open the meeting')).toBe('plan.problem.noChair');
    expect(problemKey('"x" is not among the seats')).toBe('plan.problem.unknown');
    expect(problemKey('this field is missing')).toBe('plan.problem.missing');
    expect(problemKey('a riddle')).toBe('plan.problem.notRight');
  });
});

describe('the address of a place at the desk', () => {
  it('leads back to it', () => {
    for (const search of [
      '',
      '?meeting=m-1',
      '?series=s-1',
      '?new=series',
      '?new=meeting',
      '?new=meeting&of=m-1',
      '?conveners',
    ])
      expect(searchOf(placeIn(search))).toBe(search);
  });

  it('leads to the overview where it names none', () => {
    expect(placeIn('?meeting=../x')).toEqual({ at: 'overview' });
  });
});
