import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announce, announceLater } from './LiveRegion.tsx';

/** What each region was given to read, in order. */
let read: Record<string, string[]>;

beforeEach(() => {
  read = { 'live-polite': [], 'live-assertive': [] };
  const region = (id: string) => ({
    set textContent(sentence: string) {
      read[id]?.push(sentence.trim());
    },
  });
  vi.stubGlobal('document', { getElementById: region });
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('announcements', () => {
  it('read the assertive at once', () => {
    announce('You have the floor.', 'assertive');
    expect(read).toEqual({ 'live-polite': [], 'live-assertive': ['You have the floor.'] });
  });

  it('gather the polite for less than a second and read them together', () => {
    announce('Round 1 is open.', 'polite');
    vi.advanceTimersByTime(500);
    announce('Nobody has the floor.', 'polite');
    expect(read['live-polite']).toEqual([]);
    vi.advanceTimersByTime(500);
    expect(read['live-polite']).toEqual(['Round 1 is open. Nobody has the floor.']);
    vi.advanceTimersByTime(5000);
    expect(read['live-polite']).toHaveLength(1);
  });

  it('read of sentences about the same thing the last alone', () => {
    for (const place of ['4th', '3rd', '2nd']) announce(`You are ${place}.`, 'polite', 'own place');
    vi.runAllTimers();
    expect(read['live-polite']).toEqual(['You are 2nd.']);
  });

  it('drop the polite that something assertive overtook', () => {
    announce('You are next.', 'polite', 'own place');
    announce('You are called.', 'assertive', 'own place');
    vi.runAllTimers();
    expect(read).toEqual({ 'live-polite': [], 'live-assertive': ['You are called.'] });
  });

  it('make a sentence when it is read, or none', () => {
    let order = 'a';
    announceLater(() => `First is ${order}.`, 'list');
    announceLater(() => null, 'nothing');
    order = 'b';
    vi.runAllTimers();
    expect(read['live-polite']).toEqual(['First is b.']);
  });
});
