import * as fc from 'fast-check';
import { dueIn, type Meeting, seats, type Turn } from '../clockModel/meeting.ts';
import type { Parts } from './parts.ts';
import { Run } from './run.ts';
import { nth, personalSteps, picked, Step } from './steps.ts';

const MOST_STEPS = 50;

const nameOf = (turn: Turn | undefined): string | null => turn?.holder ?? null;

// Holders of the floor rather than anybody, and of those lost the link that is lost.
const loseLink = picked('a link is lost', ({ turns, people }, n, m) => {
  const holder = nameOf(
    nth(
      turns.filter(({ holder, isLost }) => holder !== null && !isLost),
      n,
    ),
  );
  const member = (m < 10 ? holder : null) ?? nth(people, n)?.name ?? 'chair';
  return { says: `the link of ${member} is lost`, happen: (run) => run.do({ do: 'loseLink', member }) };
});

const unlinked = ({ people }: Meeting): string[] => people.filter(({ isLinked }) => !isLinked).map(({ name }) => name);

const restoreLink = picked('a link is back', (meeting, n) => {
  const member = nth(unlinked(meeting), n);
  if (member === undefined) return null;
  return { says: `the link of ${member} is back`, happen: (run) => run.do({ do: 'restoreLink', member }) };
});

const restoreLinks = picked('all links are back', (meeting) => {
  const members = unlinked(meeting);
  if (members.length === 0) return null;
  const happen = (run: Run): void => {
    for (const member of members) run.do({ do: 'restoreLink', member });
  };
  return { says: 'all links are back', happen };
});

const passing = fc
  .oneof(fc.constantFrom(1000, 5000, 10_000, 14_999, 15_000, 20_000, 60_000), fc.nat(60_000))
  .map((ms) => new Step('time', () => ({ says: `${ms} ms pass`, happen: (run) => run.pass(ms) })));

// To the edge of what time alone brings: a moment before it, at it, a moment after.
const untilDue = picked('until due', (meeting, n) => {
  const due = dueIn(meeting);
  if (due === null) return null;
  const ms = Math.max(0, due + (n % 3) - 1);
  return { says: `${ms} ms pass, to the deadline`, happen: (run) => run.pass(ms) };
});

const wallStep = fc
  .constantFrom(-3_600_000, -10_000, 10_000, 3_600_000)
  .map(
    (ms) => new Step('wall', () => ({ says: `the wall clock is set by ${ms} ms`, happen: (run) => run.setWall(ms) })),
  );

const restart = picked('restart', (_, n, m) => {
  const [saved, down] = [45 * n, 5000 * m];
  const says = `killed ${saved} ms after the clock was saved, and ${down} ms later restarted`;
  return { says, happen: (run) => run.restart(saved, down) };
});

const openMicrophone = picked('microphone', (_, n) => {
  const name = nth(
    seats.flatMap(({ people }) => people),
    n,
  );
  return name === undefined ? null : { says: `${name} opens the microphone`, happen: (run) => run.open(name) };
});

const steps: readonly fc.Arbitrary<Step>[] = [
  ...personalSteps,
  loseLink,
  loseLink,
  restoreLink,
  restoreLink,
  restoreLinks,
  restart,
  openMicrophone,
  passing,
  passing,
  passing,
  passing,
  untilDue,
  untilDue,
  wallStep,
];

/** Sequences of call, pause, extend, outage, kill, restart and all the rest, in which model and rules agree. */
export const agrees = (parts: Parts): fc.IProperty<[Iterable<fc.Command<Meeting, Run>>]> =>
  fc.property(fc.commands<Meeting, Run>([...steps], { maxCommands: MOST_STEPS, size: 'max' }), (sequence) => {
    fc.modelRun(() => {
      const run = new Run(parts);
      return { model: run.model, real: run };
    }, sequence);
  });
