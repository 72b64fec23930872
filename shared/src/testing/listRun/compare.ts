import type { Turn as RealTurn } from '../../meeting/floor/schema.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { type Entry, type Meeting, statusOf, type Turn } from '../listModel/meeting.ts';

const told = (turn: Turn): string =>
  [turn.id, turn.seat, turn.kind, statusOf(turn), turn.interrupts ?? '-', turn.limitMs, turn.takesQuestions].join(' ');

const lived = ({ id, seat, purpose, status, limitMs, takesQuestions }: RealTurn): string =>
  [id, seat, purpose.kind, status.kind, ('turn' in purpose ? purpose.turn : null) ?? '-', limitMs, takesQuestions].join(
    ' ',
  );

const lineOf = ({ id, seat, kind, status }: Pick<Entry, 'id' | 'seat' | 'kind' | 'status'>): string =>
  `${id} of ${seat}, ${kind}, ${status}`;

const differing = (what: string, model: readonly string[], real: readonly string[]): string[] =>
  model.length === real.length && model.every((line, at) => line === real[at])
    ? []
    : [`${what}: the model says [${model.join('; ')}], the rules say [${real.join('; ')}]`];

/** In what the model and the rules differ now, a sentence each. */
export function differences(meeting: Meeting, { agenda, floor, speakers, questions }: MeetingState): string[] {
  const { heard } = meeting;
  return [
    ...differing('turns', meeting.turns.map(told), floor.turns.map(lived)),
    ...speakers.lists.flatMap(({ item, status, entries }) => {
      const list = meeting.lists[item];
      return [
        ...differing(`list of ${item}`, list?.entries.map(lineOf) ?? [], entries.map(lineOf)),
        ...differing(`whether the list of ${item} is open`, [list?.isOpen === true ? 'open' : 'closed'], [status]),
      ];
    }),
    ...differing(
      'last heard',
      heard === null ? [] : [heard.item, heard.turn, heard.seat],
      speakers.heard === null ? [] : [speakers.heard.item, speakers.heard.turn, speakers.heard.seat],
    ),
    ...differing('mode', [meeting.mode], [floor.mode]),
    ...differing('current item', [meeting.current ?? 'none'], [agenda.current ?? 'none']),
    ...differing(
      'questions',
      meeting.questions.map(({ id, status, left, mergedInto }) => `${id} ${status} ${left} ${mergedInto}`),
      questions.questions.map(({ id, status, left, mergedInto }) => `${id} ${status} ${left} ${mergedInto}`),
    ),
    ...differing(
      'rounds',
      meeting.rounds.map(({ id, status, size, questions: taken }) => `${id} ${status} ${size} ${taken.join(' ')}`),
      questions.rounds.map(({ id, status, size, questions: taken }) => `${id} ${status} ${size} ${taken.join(' ')}`),
    ),
  ];
}

/** The laws of list and rounds that need no model: what breaks one now, a sentence each. */
export function brokenLaws({ speakers, floor, questions }: MeetingState): string[] {
  const broken: string[] = [];
  const entries = speakers.lists.flatMap((list) => list.entries);
  const held = new Set(floor.turns.flatMap(({ purpose }) => ('entry' in purpose ? [purpose.entry] : [])));
  for (const { id, status } of entries)
    if ((status === 'called' || status === 'speaking') !== held.has(id)) broken.push(`entry ${id} is ${status}`);
  const holders = floor.turns.map(({ seat }) => seat);
  if (new Set(holders).size < holders.length) broken.push('a seat was called twice'); // [FL3]
  const collecting = questions.rounds.filter(({ status }) => status === 'collecting');
  if (collecting.length > 1) broken.push('two rounds collect at once'); // [QU6]
  for (const round of collecting)
    for (const id of round.questions)
      if (questions.questions.find((question) => question.id === id)?.status !== 'inRound')
        broken.push(`${id} stands in a round and is not of it`);
  return broken;
}
