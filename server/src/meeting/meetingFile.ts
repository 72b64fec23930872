import { type FileProblem, MeetingFile } from '@track2/shared';
import * as z from 'zod';
import { contradictions, type Issue } from './contradictions.ts';

// The form of the file is of zod/mini, which has no words of its own for what is wrong.
z.config(z.locales.en());

/** What is wrong with a meeting's file, in sentences that name the place. */
export class MeetingFileProblem extends Error {}

const EXAMPLES: Readonly<Record<string, string>> = {
  format: '"track2.meeting/1"',
  id: '"2020-05-28-regional-dimensions"',
  title: '{ "en": "Regional dimensions", "fa": "ابعاد منطقه‌ای" }',
  hosts: '{ "en": "Hosted by the Hindu Kush Dialogue Society" }',
  timeZone: '"Europe/Vienna"',
  rule: '{ "version": 1, "text": { "en": "When a meeting, or part thereof, is held under the Rule …" } }',
  policy: '{ "turnSeconds": 180, "questionsPerRound": 3 }',
  limits: '{ "turn": "hard", "keynote": "soft" }',
  budgets: '{ "no": 20 }',
  delegations: '{ "no": { "en": "Norway", "fa": "نروژ" } }',
  seats: '{ "id": "no-1", "role": "participant", "delegation": "no", "people": [{ "name": "Ingrid Solheim" }] }',
  agenda:
    '{ "id": "keynote", "type": "keynote", "title": { "en": "Keynote" }, "minutes": 25, "attribution": "onRecord", "speaker": "keynote" }',
  parts:
    '[{ "id": "trade", "type": "openDiscussion", "title": { "en": "Trade" }, "minutes": 20, "attribution": "chathamHouse" }]',
  hardStops: '[{ "item": "keynote", "after": 70, "label": { "en": "The minister leaves" } }]',
  people: '[{ "name": "Ingrid Solheim", "office": "Former ambassador", "language": "en" }]',
  role: '"participant"',
  type: '"qna"',
  minutes: '15',
  attribution: '"chathamHouse"',
  cameras: '"all"',
  limit: '"hard"',
  after: '70',
  label: '{ "en": "The minister leaves" }',
  kind: '"aide"',
  language: '"fa"',
  name: '"Ingrid Solheim"',
  email: '"ingrid@example.org"',
  visibility: '"delegations"',
  chat: 'false',
  speaker: '"keynote"',
  delegation: '"no"',
};

const exampleFor = (path: readonly PropertyKey[]): string => {
  const named = path.findLast((part) => Object.hasOwn(EXAMPLES, part));
  return named === undefined
    ? ' Example: a whole file is examples/2020-05-28-regional-dimensions.json'
    : ` Example: "${String(named)}": ${EXAMPLES[String(named)]}`;
};

const spelled = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text === '' ? '' : '.'}${String(part)}`),
    '',
  );

const lineCount = (text: string): number => text.split('\n').length;

/**
 * The line of a token that JSON does not know: V8 tells no position for it. Lines up to the one before are merely
 * unfinished, so it is the first at which V8 complains of a token.
 */
function lineOfToken(text: string): number {
  const lines = text.split('\n');
  const complains = (count: number): boolean => {
    try {
      JSON.parse(`${lines.slice(0, count).join('\n')}\n`);
      return false;
    } catch (error) {
      // Its message is what was asked for.
      return String(error).includes('Unexpected token');
    }
  };
  let [fine, broken] = [0, lines.length];
  while (broken - fine > 1) {
    const middle = Math.floor((fine + broken) / 2);
    if (complains(middle)) broken = middle;
    else fine = middle;
  }
  return broken;
}

function lineOf(text: string, { message }: SyntaxError): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined && !message.includes('end of JSON input')) return lineOfToken(text);
  // Where the end came too early, something is missing in the last line that holds anything.
  return lineCount(text.trimEnd().slice(0, position === undefined ? undefined : Number(position)));
}

function parseJson(written: string, name: string): unknown {
  // Some editors begin a file with a byte order mark, which JSON does not know.
  const text = written.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // V8 quotes the text around a token, over several lines.
    const what = error.message.replace(/, (\.\.\.)?".*/s, '').replace(/token '\s'/, 'end of a word');
    throw new MeetingFileProblem(
      `${name}, line ${lineOf(text, error)}: this is not JSON (${what}). Example of a line: "timeZone": "Europe/Vienna",`,
      { cause: error },
    );
  }
}

/** Sentences for a convener where zod's own are for programmers. */
function inPlainWords({ code, input }: z.core.$ZodRawIssue): string | undefined {
  if (input === undefined) return 'this field is missing';
  if (code === 'invalid_key') return 'this is not possible as the name of a field here';
  return code === 'invalid_format' ? 'must be a language tag' : undefined;
}

/** A field that does not belong is named itself, not by the object that it stands in. */
const issuesOf = ({ issues }: z.core.$ZodError): Issue[] =>
  issues.flatMap((issue): Issue[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], message: 'there is no such field here' }))
      : [issue],
  );

/** Every problem of a file that is JSON at least, or the file. */
export function checkedMeetingFile(given: unknown): { file: MeetingFile } | { problems: FileProblem[] } {
  const parsed = MeetingFile.safeParse(given, { error: inPlainWords });
  const issues = parsed.success ? [...contradictions(parsed.data)] : issuesOf(parsed.error);
  if (parsed.success && issues.length === 0) return { file: parsed.data };
  return {
    problems: issues.map(({ path, message }) => ({ path: spelled(path), message: `${message}.${exampleFor(path)}` })),
  };
}

/** Reads the text of a meeting's file: the file, or every problem of it. */
export function readMeetingFile(text: string): ReturnType<typeof checkedMeetingFile> {
  try {
    return checkedMeetingFile(parseJson(text, 'the file'));
  } catch (error) {
    if (!(error instanceof MeetingFileProblem)) throw error;
    return { problems: [{ path: '', message: error.message }] };
  }
}

/** Reads a meeting's file. Throws {@link MeetingFileProblem} with every problem: its path, what is wrong, an example. */
export function parseMeetingFile(text: string, name: string): MeetingFile {
  const checked = checkedMeetingFile(parseJson(text, name));
  if ('file' in checked) return checked.file;
  const lines = checked.problems.map(({ path, message }) => `${name}: ${path || 'the file'}: ${message}`);
  throw new MeetingFileProblem(lines.join('\n'));
}
