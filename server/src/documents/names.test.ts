import { expect, test } from 'vitest';
import { readableName } from './names.ts';

test.each([
  ['Keynote.pdf', 'Keynote.pdf'],
  ['C:\\Users\\leila\\Keynote.pdf', 'Keynote.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['folder/', 'document.pdf'],
  ['  \r\n', 'document.pdf'],
  ['a\u0000b\r\nc\u007f.pdf', 'abc.pdf'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['سخنرانی\u200cها.pdf', 'سخنرانی\u200cها.pdf'],
  ['re\u0301sume\u0301.pdf', 'résumé.pdf'],
  ['\ud800.pdf', '\ufffd.pdf'],
])('%j is read as %j', (given, name) => {
  expect(readableName(given)).toBe(name);
});

test('a name of any length is cut to 200 characters, and no character in two', () => {
  expect(readableName('x'.repeat(5000))).toBe('x'.repeat(200));
  const name = readableName(`x${'😀'.repeat(300)}`);
  expect(name.length).toBeLessThanOrEqual(200);
  expect(name.isWellFormed()).toBe(true);
  expect(name.startsWith('x😀')).toBe(true);
});
