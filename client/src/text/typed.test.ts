import { describe, expect, it } from 'vitest';
import { typedLength, typedMinutes, typedTimeOfDay } from './typed.ts';

describe('what a person types', () => {
  it('is a length in whole minutes, in Persian digits too', () => {
    expect(['۲۵', ' 7 ', '1440', '0'].map(typedMinutes)).toEqual([25 * 60_000, 7 * 60_000, 86_400_000, 0]);
    expect(['-1', '1.5', '1441', '', 'x'].map(typedMinutes)).toEqual([null, null, null, null, null]);
  });

  it('is a length in minutes and seconds', () => {
    expect(['3:00', '۱:۳۰', '2', '0:05', '0'].map(typedLength)).toEqual([180_000, 90_000, 120_000, 5000, 0]);
    expect(['1:60', '-1', '1:5', '1441', ''].map(typedLength)).toEqual([null, null, null, null, null]);
  });

  it('is a time of day', () => {
    expect(['15:10', '۹:۰۵', '00.00', '23:59'].map(typedTimeOfDay)).toEqual([910, 545, 0, 1439]);
    expect(['24:00', '9', '9:5', '12:60', ''].map(typedTimeOfDay)).toEqual([null, null, null, null, null]);
  });
});
