import { describe, expect, it } from 'vitest';
import { languageOfText } from './textLanguage.ts';

describe('the language of a question', () => {
  it('follows the script of its first letter', () => {
    expect(languageOfText('Who verifies?', 'fa')).toBe('en');
    expect(languageOfText('«چه کسی؟»', 'en')).toBe('fa');
    expect(languageOfText('12. Кто проверяет?', 'en')).toBe('ru');
    expect(languageOfText('谁来核实？', 'en')).toBe('zh');
  });

  it('is the interface’s where the script says nothing', () => {
    expect(languageOfText('', 'fa')).toBe('fa');
    expect(languageOfText('2 + 2?', 'en')).toBe('en');
  });
});
