import { expect, test } from 'vitest';
import { linksOptions, startOptions } from './commandLine.ts';
import { StartRefusal } from './startRefusal.ts';

test('without arguments the start loads no file, and new links are for all', () => {
  expect(startOptions([])).toEqual({ meetingFile: null, startsAt: null });
  expect(linksOptions([])).toEqual({ seat: null, meeting: null, yes: false });
});

test.each([
  ['2026-05-28T12:30:00+02:00', '2026-05-28T10:30:00Z'],
  ['2026-05-28T12:30+0430', '2026-05-28T08:00:00Z'],
  ['2026-05-28T12:30:00Z', '2026-05-28T12:30:00Z'],
])('a meeting may begin at %s', (at, instant) => {
  expect(startOptions(['--meeting', 'my.json', '--at', at])).toEqual({
    meetingFile: 'my.json',
    startsAt: Date.parse(instant),
  });
});

test.each(['tomorrow', '2026-05-28', '2026-05-28T12:30:00', '2026-02-31T12:30:00Z', '2026-05-28T25:00:00Z', ''])(
  'it may not begin at "%s"',
  (at) => {
    expect(() => startOptions(['--meeting', 'my.json', '--at', at])).toThrow(
      `--at is "${at}", but must be a date and time with its offset. Example: --at 2026-05-28T12:30:00+02:00`,
    );
  },
);

test.each([
  [['--at', '2026-05-28T12:30:00Z'], /needs --meeting\. Usage: npm start -- /],
  [['--meeting'], /Usage: npm start -- /],
  [['--meetings', 'my.json'], /Unknown option '--meetings'.* Usage: npm start -- /],
  [['my.json'], /my\.json.* Usage: npm start -- /],
])('the start refuses %j with its usage', (args, sentence) => {
  expect(() => startOptions(args)).toThrow(StartRefusal);
  expect(() => startOptions(args)).toThrow(sentence);
});

test('new links may be for one seat, of one meeting', () => {
  expect(linksOptions(['no-1', '--meeting', 'my-meeting', '--yes'])).toEqual({
    seat: 'no-1',
    meeting: 'my-meeting',
    yes: true,
  });
});

test.each([[['chair', 'keynote']], [['--all']], [['--meeting']]])(
  'new links for %j are refused with the usage',
  (args) => {
    expect(() => linksOptions(args)).toThrow(StartRefusal);
    expect(() => linksOptions(args)).toThrow(/Usage: npm run links -- /);
  },
);
