import { readFileSync } from 'node:fs';
import type { MeetingFile } from '@track2/shared';
import { expect, test } from 'vitest';
import { MeetingFileProblem, parseMeetingFile } from './meetingFile.ts';

const text = readFileSync(new URL('../../../examples/2020-05-28-regional-dimensions.json', import.meta.url), 'utf8');
const withParts = readFileSync(new URL('../../../examples/keynote-with-aide.json', import.meta.url), 'utf8');
const example = (): MeetingFile => parseMeetingFile(text, 'example.json');

/** What is said of an example with one thing changed. */
function problemOf(change: (file: Record<string, never>) => void, of = text): string {
  const file = JSON.parse(of);
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

test('parts, hard stops, budgets and limits are read as they are written', () => {
  const { agenda, hardStops, budgets, policy } = parseMeetingFile(withParts, 'example.json');
  expect(agenda[3]?.parts?.map(({ id, parts }) => [id, parts?.map((part) => part.id)])).toEqual([
    ['water', ['measuring', 'sharing']],
    ['transit', undefined],
  ]);
  expect(hardStops?.map(({ item, after }) => [item, after])).toEqual([
    ['questions', 65],
    [undefined, 130],
  ]);
  expect([budgets, policy?.limits]).toEqual([
    { af: 20, ir: 20, uz: 20 },
    { turn: 'soft', question: 'hard', keynote: 'soft' },
  ]);
});

test('a byte order mark, as some editors write it, is passed over', () => {
  expect(parseMeetingFile(`\uFEFF${text}`, 'example.json')).toEqual(example());
});

const twins = ['A', 'B'].map((name) => ({ id: 'a', name }));

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
  ['agenda.1.minutes', -1, 'agenda[1].minutes: Too small'],
  ['agenda.1.titel', 'x', 'agenda[1].titel: there is no such field here'],
  ['agenda.2.attribution', 'secret', 'agenda[2].attribution: Invalid option'],
  ['seats.1.id', 'chair', 'seats[1].id: the seat "chair" stands here twice'],
  ['seats.1.delegation', 'se', 'seats[1].delegation: "se" is not among the delegations'],
  ['seats.1.delegation', 'constructor', 'seats[1].delegation: "constructor" is not among the delegations'],
  ['seats.1.people.0.kind', 'aide', 'seats[1].people[0].kind: the first person of a seat is its principal'],
  ['seats.1.people.0.email', 'ingrid at home', 'seats[1].people[0].email: must be an e-mail address'],
  ['seats.2.people', twins, 'seats[2].people[1].id: the person "a" stands here twice'],
  ['policy.visibility', 'none', 'policy.visibility: Invalid option'],
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

const part = { id: 'x', type: 'qna', title: { en: 'X' }, minutes: 5, attribution: 'onRecord' };
const many = (count: number, of: (index: number) => object) => Array.from({ length: count }, (_, index) => of(index));
const stop = { after: 5, label: { en: 'X' } };

test.each([
  ['policy.graceSeconds', 301, 'policy.graceSeconds: Too big'],
  ['policy.maxResponses', 11, 'policy.maxResponses: Too big'],
  ['policy.responseSeconds', 4, 'policy.responseSeconds: Too small'],
  ['policy.replySeconds', '120', 'policy.replySeconds: Invalid input: expected number, received string'],
  ['policy.upvotes', 'yes', 'policy.upvotes: Invalid input: expected boolean, received string'],
  ['policy.typedAnswers', 1, 'policy.typedAnswers: Invalid input: expected boolean, received number'],
  ['policy.limits.turn', 'strict', 'policy.limits.turn: Invalid option'],
  ['policy.limits.speech', 'hard', 'policy.limits.speech: there is no such field here'],
  ['agenda.0.limit', true, 'agenda[0].limit: Invalid option'],
  ['agenda.0.minutes', undefined, 'agenda[0].minutes: this field is missing'],
  ['agenda.0.parts', [], 'agenda[0].parts: Too small'],
  ['agenda.3.parts.0.parts.1.titel', 'x', 'agenda[3].parts[0].parts[1].titel: there is no such field here'],
  ['agenda.3.parts.0.parts.1.minutes', undefined, 'agenda[3].parts[0].parts[1].minutes: this field is missing'],
  ['agenda.3.parts.0.parts.1.id', 'opening', 'agenda[3].parts[0].parts[1].id: the item "opening" stands here twice'],
  ['agenda.3.parts.1.speaker', 'nobody', 'agenda[3].parts[1].speaker: "nobody" is not among the seats'],
  ['agenda.3.parts.0.parts.0.parts', [part], 'agenda[3].parts[0].parts[0].parts[0]: an agenda has at most 3 levels'],
  [
    'agenda.0.parts',
    many(60, (n) => ({ ...part, id: `x${n}` })),
    'agenda: an agenda has at most 60 items with their parts',
  ],
  ['hardStops.0.item', 'lunch', 'hardStops[0].item: "lunch" is not among the items of the agenda'],
  ['hardStops.0.after', -1, 'hardStops[0].after: Too small'],
  ['hardStops.0.after', '15:10', 'hardStops[0].after: Invalid input: expected number, received string'],
  ['hardStops.0.label', undefined, 'hardStops[0].label: this field is missing'],
  ['hardStops.0.at', 7, 'hardStops[0].at: there is no such field here'],
  ['hardStops', many(21, () => stop), 'hardStops: a meeting has at most 20 hard stops, not 21'],
  ['budgets.se', 5, 'budgets.se: "se" is not among the delegations'],
  ['budgets.constructor', 5, 'budgets.constructor: "constructor" is not among the delegations'],
  ['budgets.af', -1, 'budgets.af: Too small'],
])('a wrong %s (%j) is refused likewise', (path, value, sentence) => {
  const problem = problemOf(put(path, value), withParts);
  expect(problem).toContain(`my.json: ${sentence}`);
  expect(problem).toMatch(/\. Example: \S/);
  expect(problem).not.toContain('undefined');
});

test('a budget for a delegation without a seat is refused', () => {
  const problem = problemOf((file) => {
    put('delegations.se', { en: 'Sweden' })(file);
    put('budgets.se', 5)(file);
  }, withParts);
  expect(problem).toContain('my.json: budgets.se: no seat is of the delegation "se". Example: "budgets"');
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
