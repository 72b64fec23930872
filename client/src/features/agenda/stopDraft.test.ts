import { describe, expect, it } from 'vitest';
import { stopCommand, stopProblems } from './stopDraft.ts';

const draft = { time: '15:10', labelEn: 'The minister leaves', labelFa: '', item: 'i1' };
const reading = { timeZone: 'Europe/Vienna', after: Date.UTC(2020, 4, 28, 10) };

describe('the draft of a hard stop', () => {
  it('is read in the zone of the meeting', () => {
    expect(stopCommand(null, { ...draft, time: '۱۵:۱۰' }, reading)).toEqual({
      type: 'agenda.setHardStop',
      stop: null,
      item: 'i1',
      at: Date.UTC(2020, 4, 28, 13, 10),
      label: { en: 'The minister leaves' },
    });
  });

  it('changes an existing one and keeps its words in other languages', () => {
    const stop = { id: 's', item: null, at: 0, label: { text: { de: 'Abreise', en: 'x' } }, warned: 10 };
    expect(stopCommand(stop, { ...draft, labelFa: 'وزیر می‌رود' }, reading)).toMatchObject({
      stop: 's',
      label: { de: 'Abreise', en: 'The minister leaves', fa: 'وزیر می‌رود' },
    });
  });

  it('needs a time of day that exists, and words', () => {
    const spring = { timeZone: 'Europe/Vienna', after: Date.UTC(2026, 2, 29, 0) };
    expect(stopProblems({ ...draft, time: 'noon', labelEn: ' ' }, reading)).toEqual(['timeBad', 'labelMissing']);
    expect(stopProblems({ ...draft, time: '2:30' }, spring)).toEqual(['timeSkipped']);
    expect(stopCommand(null, { ...draft, time: '2:30' }, spring)).toBeNull();
  });
});
