import { describe, expect, it } from 'vitest';
import { isSpaceOfControl, isTakenElsewhere } from './keys.ts';

/** An element as far as these look at one: the selectors that it or what it stands in answers to, and the page's. */
const element = (closest: readonly string[], page: readonly string[] = []) => {
  const answers = (own: readonly string[]) => (selectors: string) =>
    selectors.split(', ').some((selector) => own.includes(selector)) ? {} : null;
  return { closest: answers(closest), ownerDocument: { querySelector: answers(page) } };
};
const press = (target: unknown, more: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ repeat: false, isComposing: false, defaultPrevented: false, target, ...more }) as KeyboardEvent;

describe('a press belongs to somebody else', () => {
  it('while text is written', () => {
    for (const field of ['input', 'textarea', 'select', '[role="textbox"]', '[role="combobox"]'])
      expect(isTakenElsewhere(press(element([field]))), field).toBe(true);
    expect(isTakenElsewhere(press(element(['button'])))).toBe(false);
  });

  it('while a window or a menu is open', () => {
    for (const over of ['[role="dialog"]', '[role="alertdialog"]', '[role="menu"]'])
      expect(isTakenElsewhere(press(element([], [over]))), over).toBe(true);
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
  const users = ['button', 'summary', '[role="button"]', '[role="checkbox"]', '[role="radio"]', '[role="tab"]'];
  for (const user of [...users, '[role="option"]', '[role="slider"]', '[role="row"]', '[tabindex="0"]'])
    expect(isSpaceOfControl(press(element([user]))), user).toBe(true);
  expect(isSpaceOfControl(press(element(['a'])))).toBe(false);
});
