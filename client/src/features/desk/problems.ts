import type { FileItem, MeetingFile } from '@track2/shared';
import type { DeskKey, SayDesk } from './deskWords.ts';

/** What is wrong at a place of the file, by what the server says of it. */
export function problemKey(message: string): DeskKey {
  const known: readonly (readonly [RegExp, DeskKey])[] = [
    [/missing|must have words|at least one/, 'plan.problem.missing'],
    [/here already/, 'plan.problem.idTaken'],
    [/stands here twice/, 'plan.problem.twice'],
    [/e-mail/, 'plan.problem.email'],
    [/role "chair"/, 'plan.problem.noChair'],
    [/is not among|no seat is of/, 'plan.problem.unknown'],
    [/at most|too (big|many|long)/i, 'plan.problem.tooMany'],
  ];
  return known.find(([pattern]) => pattern.test(message))?.[1] ?? 'plan.problem.notRight';
}

const partsOf = (path: string): string[] => path.split(/[.[\]]+/).filter((part) => part !== '');

const lastWords: Readonly<Record<string, DeskKey>> = {
  name: 'plan.place.name',
  email: 'plan.place.email',
  minutes: 'plan.place.minutes',
  speaker: 'plan.place.speaker',
  title: 'plan.place.title',
  delegation: 'plan.place.delegation',
  delegations: 'plan.place.delegation',
  budgets: 'plan.place.delegation',
  hosts: 'plan.place.hosts',
  rule: 'plan.place.rule',
  policy: 'plan.place.policy',
  seats: 'plan.place.seats',
  agenda: 'plan.place.agenda',
};

const counted: Readonly<Record<string, DeskKey>> = {
  seats: 'plan.place.seat',
  people: 'plan.place.person',
  agenda: 'plan.place.item',
  parts: 'plan.place.part',
  hardStops: 'plan.place.stop',
};

type Words = (of: FileItem['title']) => string;

/** A name to what a path leads to: the person of a seat, the title of an item. */
function named(path: readonly string[], file: MeetingFile | null, words: Words): string | null {
  if (file === null) return null;
  const at = Number(path[1]);
  if (path[0] === 'seats') return file.seats[at]?.people[path[2] === 'people' ? Number(path[3]) : 0]?.name || null;
  if (path[0] === 'agenda') {
    const item = file.agenda[at];
    return item === undefined ? null : words(item.title) || null;
  }
  return null;
}

/** A path of the file, such as `seats[2].people[0].email`, in words: "Seat 3, person 1, e-mail (Shen Yuling)". */
export function placeInWords(
  path: string,
  file: MeetingFile | null,
  { say, words }: { say: SayDesk; words: Words },
): string {
  const parts = partsOf(path);
  const spoken: string[] = [];
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    const key = counted[part];
    if (key !== undefined && next !== undefined && /^\d+$/.test(next)) {
      spoken.push(say(key, { number: Number(next) + 1 }));
    } else if (lastWords[part] !== undefined) {
      spoken.push(say(lastWords[part]));
    }
  }
  const place =
    spoken.length === 0 ? say('plan.place.file') : new Intl.ListFormat('en', { type: 'unit' }).format(spoken);
  const name = named(parts, file, words);
  return name === null ? place : `${place} (${name})`;
}
