import { describe, expect, it } from 'vitest';
import { isSpaceOfControl, isTakenElsewhere } from './keys.ts';

/** Answers to any of these selectors. */
const answering = (own: readonly string[]) => (selectors: string) =>
  selectors.split(', ').some((selector) => own.includes(selector)) ? {} : null;
/** An element as far as these look at one: the selectors that it or what it stands in answers to, and the page's. */
const element = (closest: readonly string[], page: readonly string[] = []) => ({
  closest: answering(closest),
  ownerDocument: { querySelector: answering(page) },
});
const press = (target: unknown, more: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ repeat: false, isComposing: false, defaultPrevented: false, target, ...more }) as KeyboardEvent;

describe('a press belongs to somebody else', () => {
  it('while text is written', () => {
    const fields = ['input', 'textarea', 'select', '[role="textbox"]', '[role="combobox"]'];
    expect(fields.filter((field) => !isTakenElsewhere(press(element([field]))))).toEqual([]);
    expect(isTakenElsewhere(press(element(['button'])))).toBe(false);
  });

  it('while a window or a menu is open', () => {
    const windows = ['[role="dialog"]', '[role="alertdialog"]', '[role="menu"]'];
    expect(windows.filter((over) => !isTakenElsewhere(press(element([], [over]))))).toEqual([]);
  });

  it('when it repeats, composes a letter, or was dealt with', () => {
    const body = element([]);
    for (const more of [{ repeat: true }, { isComposing: true }, { defaultPrevented: true }])
      expect(isTakenElsewhere(press(body, more))).toBe(true);
    expect(isTakenElsewhere(press(body))).toBe(false);
  });

  it('is for the page where it has no element', () => {
    expect(isTakenElsewhere(press(null))).toBe(false);
    expect(isSpaceOfControl(press(null))).toBe(false);
  });
});

it('Space belongs to what it presses, chooses, opens or scrolls', () => {
  const users = [
    'button',
    'summary',
    '[role="button"]',
    '[role="checkbox"]',
    '[role="radio"]',
    '[role="tab"]',
    '[role="option"]',
    '[role="slider"]',
    '[role="row"]',
    '[tabindex="0"]',
  ];
  expect(users.filter((user) => !isSpaceOfControl(press(element([user]))))).toEqual([]);
  expect(isSpaceOfControl(press(element(['a'])))).toBe(false);
});
