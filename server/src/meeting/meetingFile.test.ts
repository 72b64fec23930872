import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type MeetingFile, MeetingFileProblem, parseMeetingFile } from './meetingFile.ts';

const text = readFileSync(new URL('../../../examples/2020-05-28-regional-dimensions.json', import.meta.url), 'utf8');
const example = (): MeetingFile => parseMeetingFile(text, 'example.json');

/** What is said of the example with one thing changed. */
function problemOf(change: (file: Record<string, never>) => void): string {
  const file = JSON.parse(text);
  change(file);
  return problemOfText(JSON.stringify(file));
}

function problemOfText(written: string): string {
  try {
    parseMeetingFile(written, 'my.json');
  } catch (error) {
    if (error instanceof MeetingFileProblem) return error.message;
    throw error;
  }
  throw new Error('no problem was found');
}

/** Puts a value at a path such as `seats.0.role`; undefined takes the field away. */
const put = (path: string, value: unknown) => (file: Record<string, unknown>) => {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  const parent = parts.reduce((at, part) => at[part] as Record<string, unknown>, file);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
};

test('the example is read as it is written', () => {
  const { id, seats, agenda } = example();
  expect(id).toBe('2020-05-28-regional-dimensions');
  expect(seats.flatMap(({ people }) => people)).toHaveLength(18);
  expect(agenda.map(({ type }) => type)).toEqual([
    'opening',
    'keynote',
    'qna',
    'qna',
    'qna',
    'openDiscussion',
    'conclusions',
  ]);
});

test('a byte order mark, as some editors write it, is passed over', () => {
  expect(parseMeetingFile(`\uFEFF${text}`, 'example.json')).toEqual(example());
});

test.each([
  ['format', 'track2.meeting/9', 'format: Invalid input: expected "track2.meeting/1"'],
  ['id', 'Spaced Id', 'id: must be lower-case letters, digits and hyphens'],
  ['title', undefined, 'title: this field is missing'],
  ['title', {}, 'title: must have words in at least one language'],
  ['title', { 'no tag': 'x' }, 'title.no tag: this is not possible as the name of a field here'],
  ['timeZone', 'Mars/Base', 'timeZone: must be an IANA time zone'],
  ['timeZone', '+02:00', 'timeZone: must be an IANA time zone'],
  ['rule.version', 0, 'rule.version: Too small'],
  ['rule.text', undefined, 'rule.text: this field is missing'],
  ['policy.turnSeconds', '180', 'policy.turnSeconds: Invalid input: expected number, received string'],
  ['delegations.no.en', '', 'delegations.no.en: Too small'],
  ['delegations.constructor', {}, 'delegations.constructor: must have words in at least one language'],
  ['seats', [], 'seats: Too small'],
  ['seats.1.role', 'king', 'seats[1].role: Invalid option'],
  ['seats.1.people.0.name', undefined, 'seats[1].people[0].name: this field is missing'],
  ['seats.1.people.0.language', 'plain English', 'seats[1].people[0].language: must be a language tag'],
  ['agenda.1.minutes', 0, 'agenda[1].minutes: Too small'],
  ['agenda.1.titel', 'x', 'agenda[1].titel: there is no such field here'],
  ['agenda.2.attribution', 'secret', 'agenda[2].attribution: Invalid option'],
  ['seats.1.id', 'chair', 'seats[1].id: the seat "chair" stands here twice'],
  ['seats.1.delegation', 'se', 'seats[1].delegation: "se" is not among the delegations'],
  ['seats.1.delegation', 'constructor', 'seats[1].delegation: "constructor" is not among the delegations'],
  ['seats.1.people.0.kind', 'aide', 'seats[1].people[0].kind: the first person of a seat is its principal'],
  ['seats.0.role', 'participant', 'seats: no seat has the role "chair"'],
  ['agenda.1.id', 'opening', 'agenda[1].id: the item "opening" stands here twice'],
  ['agenda.1.speaker', 'nobody', 'agenda[1].speaker: "nobody" is not among the seats'],
  ['unheardOf', 1, 'unheardOf: there is no such field here'],
])('a wrong %s (%j) is refused with its path, what is wrong and an example', (path, value, sentence) => {
  const problem = problemOf(put(path, value));
  expect(problem).toContain(`my.json: ${sentence}`);
  expect(problem).toMatch(/\. Example: \S/);
  expect(problem).not.toContain('undefined');
});

test('all that is wrong is said at once, a line for each', () => {
  const problem = problemOf((file) => {
    put('timeZone', 'Mars/Base')(file);
    put('agenda.0.minutes', -1)(file);
  });
  expect(problem.split('\n')).toHaveLength(2);
});

test.each([['[]'], ['null'], ['"a meeting"'], ['7']])('%s is no meeting at all', (written) => {
  expect(problemOfText(written)).toMatch(/^my\.json: the file: Invalid input: expected object.* Example: /);
});

test.each([
  ['', 1],
  ['\n\n', 1],
  ['{\n"a": 1,\n}\n', 3],
  ['{\n"a": 1\n"b": 2}', 3],
  ['{\n"a": "x\ny"}', 2],
  ['{"a":1}\n\nx', 3],
  ['{\n"a": {\n', 2],
  ['{\n"a": "x', 2],
  ['{\n"a": tru\n}', 2],
  ['{\n"a": 1,\n"b": \'x\'\n}\n', 3],
  ['// a comment\n{}', 1],
  ['{\n\n"a": NaN,\n"b": 1\n}', 3],
  ['{\r\n"a": 1,\r\n"b": undefined\r\n}\r\n', 3],
  ['{\n"a": 01}', 2],
])('broken JSON is refused with its line: %j', (written, line) => {
  expect(problemOfText(written)).toMatch(new RegExp(`^my\\.json, line ${line}: this is not JSON \\(.*\\)\\. Example`));
});

test('the line of a broken token is right wherever it stands in a real file', () => {
  const lines = text.split('\n');
  for (const at of [2, 40, 200, lines.length - 3]) {
    const broken = lines.with(at, `${lines[at]} ?`).join('\n');
    expect(problemOfText(broken)).toContain(`my.json, line ${at + 1}: `);
  }
});
