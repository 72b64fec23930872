import * as fc from 'fast-check';
import type { CommandType } from '../meeting/messages.ts';
import { permissions } from '../meeting/permissions.ts';

/**
 * One thing that may happen in a random history. A move names no id of its own: its numbers choose from what the
 * state of its moment holds, so that any list of moves is a history, and a shorter one too.
 */
export type Move =
  | { kind: 'command'; type: CommandType; choice: number }
  | { kind: 'wild'; type: CommandType; choice: number }
  | { kind: 'link'; choice: number; lost: boolean }
  | { kind: 'allBack' }
  | { kind: 'system'; command: 'session.alarm' | 'session.takeOver' | 'session.create' }
  | { kind: 'document'; choice: number }
  /** The convener changes the plan, or cancels the meeting. */
  | { kind: 'desk'; choice: number }
  /** Something is noticed of a member's link. */
  | { kind: 'notice'; choice: number }
  | { kind: 'time'; ms: number }
  | { kind: 'wall'; ms: number };

/** A random history: where it begins, and what then happens. */
export type History = {
  start:
    | 'created'
    | 'lobby'
    | 'inside'
    | 'held'
    | 'round'
    | 'answer'
    | 'list'
    | 'respond'
    | 'tour'
    | 'between'
    | 'keynote';
  moves: Move[];
};

/** How often a command is tried, where not once: what leads on more often, what ends a history rarely. */
const weights: Partial<Record<CommandType, number>> = {
  'session.open': 2,
  'roster.leave': 3,
  'roster.enterLobby': 6,
  'roster.remove': 1,
  'roster.lock': 1,
  'roster.handOverChair': 1,
  'roster.setRole': 1,
  'roster.takeChair': 4,
  'agenda.startItem': 4,
  'agenda.closeItem': 2,
  'agenda.suspendItem': 3,
  'agenda.reopenItem': 5,
  'floor.take': 30,
  'floor.endTurn': 10,
  'floor.give': 6,
  'floor.takeMicrophone': 8,
  'floor.handOver': 18,
  'keynote.acknowledgeCue': 4,
  'floor.pause': 6,
  'session.undo': 24,
  'slides.present': 4,
  'slides.askToDrive': 8,
  'speakers.requestFloor': 12,
  'speakers.respond': 6,
  'speakers.accept': 6,
  'speakers.call': 16,
  'speakers.defer': 4,
  'speakers.withdraw': 4,
  'speakers.decline': 4,
  'speakers.pass': 4,
  'questions.submit': 6,
  'questions.accept': 10,
  'questions.openRound': 6,
  'questions.closeRound': 6,
  'questions.callAsker': 12,
  'questions.startAnswer': 10,
  'questions.mark': 20,
  'questions.carry': 6,
  'questions.dismiss': 5,
  'questions.merge': 4,
  'questions.takeIntoRound': 8,
  'questions.putBack': 4,
  'questions.setRoundSize': 4,
  'questions.answerInWriting': 4,
  'questions.completeRound': 3,
};

const commandTypes = Object.keys(permissions).filter((type) => type !== 'session.adjourn') as CommandType[];
/** The types of commands, each as often as it is tried. */
export const weighted = commandTypes.flatMap((type) => Array.from({ length: weights[type] ?? 2 }, () => type));

const anyType = fc.constantFrom(...(Object.keys(permissions) as CommandType[]));
const choice = fc.nat({ max: 1_000_000 });

const milliseconds = fc.oneof(
  fc.constantFrom(0, 1, 5000, 14_999, 15_000, 20_000),
  fc.integer({ min: 0, max: 30_000 }),
  fc.integer({ min: 0, max: 600_000 }),
);

/** One random move, with a command of these types if it is one that a person plausibly gives. */
const moveOf = (types: readonly CommandType[]): fc.Arbitrary<Move> =>
  fc.oneof(
    { weight: 600, arbitrary: fc.record({ kind: fc.constant('command'), type: fc.constantFrom(...types), choice }) },
    { weight: 60, arbitrary: fc.record({ kind: fc.constant('wild'), type: anyType, choice }) },
    { weight: 80, arbitrary: fc.record({ kind: fc.constant('link'), choice, lost: fc.boolean() }) },
    { weight: 40, arbitrary: fc.record({ kind: fc.constant('allBack') }) },
    { weight: 100, arbitrary: fc.record({ kind: fc.constant('time'), ms: milliseconds }) },
    {
      weight: 30,
      arbitrary: fc.record({ kind: fc.constant('wall'), ms: fc.integer({ min: -7_200_000, max: 7_200_000 }) }),
    },
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constant('system'),
        command: fc.constantFrom('session.alarm', 'session.takeOver', 'session.create'),
      }),
    },
    { weight: 20, arbitrary: fc.record({ kind: fc.constant('document'), choice }) },
    { weight: 12, arbitrary: fc.record({ kind: fc.constant('desk'), choice }) },
    { weight: 12, arbitrary: fc.record({ kind: fc.constant('notice'), choice }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('command'), type: fc.constant('session.adjourn'), choice }),
    },
  );

/** One random move. */
export const move: fc.Arbitrary<Move> = moveOf(weighted);

const anyStart: readonly History['start'][] = [
  'held',
  'held',
  'round',
  'answer',
  'list',
  'respond',
  'tour',
  'between',
  'keynote',
  'keynote',
  'inside',
  'created',
  'lobby',
  'lobby',
];

/** Random histories that begin there and hold commands of these types, where the state has an occasion for one. */
export const historyOf = (start: History['start'], types: readonly CommandType[]): fc.Arbitrary<History> =>
  fc.noBias(
    fc.record({
      start: fc.constant(start),
      moves: fc.array(fc.record({ kind: fc.constant('command'), type: fc.constantFrom(...types), choice }), {
        maxLength: 60,
        size: 'max',
      }),
    }),
  );

// What goes on in a debate, or in a round of questions, seldom comes together by chance alone.
const within = (...prefixes: readonly string[]): CommandType[] =>
  weighted.filter((type) => prefixes.some((prefix) => type.startsWith(prefix)));

/** Random histories of the sample meeting, of up to so many moves. Without bias: small numbers are nothing special. */
export const history = ({ moves = 100 }: { moves?: number } = {}): fc.Arbitrary<History> => {
  const beginning = (starts: readonly History['start'][], of: fc.Arbitrary<Move>): fc.Arbitrary<History> =>
    fc.record({ start: fc.constantFrom(...starts), moves: fc.array(of, { maxLength: moves, size: 'max' }) });
  return fc.noBias(
    fc.oneof(
      { weight: 8, arbitrary: beginning(anyStart, move) },
      {
        weight: 2,
        arbitrary: beginning(
          ['round', 'answer'],
          moveOf(within('questions.', 'floor.take', 'floor.endTurn', 'session.undo')),
        ),
      },
      { weight: 2, arbitrary: beginning(['respond', 'tour'], moveOf(within('speakers.', 'floor.', 'session.undo'))) },
      { weight: 1, arbitrary: beginning(['inside', 'lobby'], moveOf(within('roster.', 'agenda.', 'lines.'))) },
    ),
  );
};
