import { describe, expect, it } from 'vitest';
import { placeOfZone } from './places.ts';

describe('the place of a time zone', () => {
  it('is the city of its name', () => {
    expect(placeOfZone('America/Argentina/Buenos_Aires', 'en')).toBe('Buenos Aires');
    expect(placeOfZone('Asia/Calcutta', 'en')).toBe('Kolkata');
  });

  it('has no Latin letters in Persian, known city or not', () => {
    const latin = Intl.supportedValuesOf('timeZone').filter((zone) => /[a-z]{2}/i.test(placeOfZone(zone, 'fa')));
    expect(latin).toEqual([]);
    expect(placeOfZone('Asia/Kabul', 'fa')).toBe('کابل');
  });
});
