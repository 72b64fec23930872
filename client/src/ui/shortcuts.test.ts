import { describe, expect, it } from 'vitest';
import { boundOn, capOf, capsOf, type Key, type Place, type Press, shortcutOf, shortcuts } from './shortcuts.ts';

const places = Object.keys(shortcuts) as Place[];
const all: Key[] = places.flatMap((place) => Object.values(shortcuts[place]));

const plain: Press = { code: '', key: '', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
const press = (code: string, key: string, more: Partial<Press> = {}): Press => ({ ...plain, code, key, ...more });

describe('the table of shortcuts', () => {
  it('gives each key one meaning', () => {
    const codes = all.flatMap(({ codes }) => codes);
    expect(new Set(codes).size).toBe(codes.length);
    const presses = all.map(({ codes: [code], shift }) => press(code, '', { shiftKey: shift === 'held' }));
    const found = presses.map((one) => places.filter((place) => shortcutOf(place, one) !== null).length);
    expect(found).toEqual(presses.map(() => 1));
  });

  it('is shown whole to who runs the meeting, and at the table without the keys of the console', () => {
    expect(new Set(Object.values(boundOn).flatMap((groups) => Object.values(groups).flat()))).toEqual(new Set(places));
    expect([...boundOn.table.chair, ...boundOn.table.cues]).toEqual([]);
  });
});

describe('a press', () => {
  it('is known by its place on the keyboard: Persian, Cyrillic and French letters do the same', () => {
    expect(shortcutOf('console', press('KeyN', 'n'))).toBe('next');
    expect(shortcutOf('console', press('KeyN', 'د'))).toBe('next');
    expect(shortcutOf('console', press('KeyN', 'т'))).toBe('next');
    expect(shortcutOf('table', press('KeyQ', 'a'))).toBe('questions');
    // The French A, on the place of Q, is none by its letter.
    expect(shortcutOf('controls', press('KeyU', 'r'))).toBeNull();
  });

  it('asks for help by place, and by the sign wherever a layout has it', () => {
    const shifted = { shiftKey: true };
    expect(shortcutOf('page', press('Slash', '?', shifted))).toBe('help');
    expect(shortcutOf('page', press('Slash', '؟', shifted))).toBe('help');
    expect(shortcutOf('page', press('Slash', ',', shifted))).toBe('help');
    expect(shortcutOf('page', press('Minus', '?', shifted))).toBe('help');
    expect(shortcutOf('page', press('Digit7', '?', shifted))).toBe('help');
    expect(shortcutOf('cues', press('Digit7', '?', shifted))).toBeNull();
    expect(shortcutOf('page', press('Slash', '/'))).toBeNull();
  });

  it('with Control, Alt or Meta is none, and with Shift only where it may be held', () => {
    const modified = (['ctrlKey', 'altKey', 'metaKey'] as const).flatMap((modifier) =>
      all.map(({ codes: [code], shift }) => press(code, '?', { [modifier]: true, shiftKey: shift === 'held' })),
    );
    expect(modified.filter((one) => places.some((place) => shortcutOf(place, one) !== null))).toEqual([]);
    expect(shortcutOf('console', press('KeyE', 'E', { shiftKey: true }))).toBeNull();
    expect(shortcutOf('console', press('Equal', '+', { shiftKey: true }))).toBe('extend');
    expect(shortcutOf('console', press('Equal', '='))).toBe('extend');
    expect(shortcutOf('console', press('NumpadAdd', '+'))).toBe('extend');
  });
});

describe('the cap of a key', () => {
  it('is what a keyboard of the language has there', () => {
    expect(capOf(shortcuts.console.next, 'en')).toBe('N');
    expect(capOf(shortcuts.console.next, 'fa')).toBe('د');
    expect(capOf(shortcuts.console.extend, 'fa')).toBe('+');
    expect(capOf(shortcuts.page.help, 'en')).toBe('?');
    expect(capOf(shortcuts.page.help, 'fa')).toBe('؟');
    expect(capOf(shortcuts.cues.wrapUp, 'fa')).toBe('۳');
    expect(capOf(shortcuts.talk.talk, 'en')).toBeNull();
  });

  it('is never a Latin letter in Persian', () => {
    expect(all.map((key) => capOf(key, 'fa')).filter((cap) => cap !== null && /[A-Za-z0-9?]/.test(cap))).toEqual([]);
  });

  it('is the one of the own layout where the browser tells', () => {
    const french = new Map([
      ['KeyQ', 'a'],
      ['Digit1', '&'],
      ['Slash', '!'],
    ]);
    expect(capsOf(shortcuts.table.questions, 'en', french)).toEqual(['A']);
    expect(capsOf(shortcuts.table.questions, 'fa', french)).toEqual(['ض', 'A']);
    expect(capsOf(shortcuts.table.speakers, 'en', french)).toEqual(['S']);
    expect(capsOf(shortcuts.cues.fiveMinutes, 'en', french)).toEqual(['1']);
    expect(capsOf(shortcuts.page.help, 'en', french)).toEqual(['?']);
    expect(capsOf(shortcuts.talk.talk, 'en', null)).toEqual([]);
  });
});
