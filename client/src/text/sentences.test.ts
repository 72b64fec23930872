import { describe, expect, it } from 'vitest';
import { afterwards as englishRefusals } from './en/afterwards.ts';
import { catalogue as english } from './en/index.ts';
import { afterwards as persianRefusals } from './fa/afterwards.ts';
import { catalogue as persian } from './fa/index.ts';
import { formatsFor } from './formats.ts';
import { sayIn } from './sentences.ts';
import { pickWords } from './Words.tsx';

const inEnglish = sayIn('en', { ...english, ...englishRefusals });
const inPersian = sayIn('fa', { ...persian, ...persianRefusals });

describe('a sentence', () => {
  it('writes numbers in the digits of its language, where it counts with them too', () => {
    expect(inPersian('refusal.floor.noFreePlace', { places: 6 })).toContain('۶');
    expect(inEnglish('refusal.floor.noFreePlace', { places: 6 })).toContain('6');
  });

  it('keeps a name that runs the other way from turning it around', () => {
    expect(inPersian('entry.aide', { role: 'Anna Berg' })).toContain('\u2068Anna Berg\u2069');
    expect(inEnglish('entry.aide', { role: 'Anna Berg' })).not.toContain('\u2068');
  });
});

describe('formats', () => {
  const wall = Date.UTC(2020, 4, 28, 12, 5);

  it('are those of the language, the calendar and the zone', () => {
    expect(formatsFor('en', 'persian', inEnglish).time(wall, 'Asia/Kabul')).toBe('16:35');
    expect(formatsFor('fa', 'persian', inPersian).time(wall, 'Asia/Kabul')).toBe('۱۶:۳۵');
    expect(formatsFor('fa', 'persian', inPersian).date(wall, 'UTC')).toContain('خرداد');
    expect(formatsFor('fa', 'gregorian', inPersian).date(wall, 'UTC')).toContain('۲۰۲۰');
  });

  it('write a clock in minutes and seconds, however long', () => {
    expect(formatsFor('en', 'persian', inEnglish).clock(4_205_900)).toBe('70:05');
    expect(formatsFor('fa', 'persian', inPersian).clock(65_000)).toBe('۱:۰۵');
  });

  it('say a length to the minute', () => {
    const { duration } = formatsFor('en', 'persian', inEnglish);
    expect([45_000, 720_000, 3_600_000, 5_400_000].map(duration)).toEqual(['45 s', '12 min', '1 h', '1 h 30 min']);
  });
});

describe('words in several languages', () => {
  const words = { en: 'Water', 'fa-AF': 'آب' };

  it('are picked in the language, then in English, then in whatever there is', () => {
    expect(pickWords(words, 'fa')).toEqual({ text: 'آب', lang: 'fa-AF', dir: 'rtl' });
    expect(pickWords({ text: words }, 'de')).toEqual({ text: 'Water', lang: 'en', dir: 'ltr' });
    expect(pickWords({ ky: 'Суу' }, 'fa')).toEqual({ text: 'Суу', lang: 'ky', dir: 'ltr' });
  });

  it('are none once they are purged', () => {
    expect(pickWords({ purged: true }, 'en')).toBeNull();
    expect(pickWords(null, 'en')).toBeNull();
  });
});
