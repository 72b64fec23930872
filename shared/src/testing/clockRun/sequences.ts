import * as fc from 'fast-check';
import { dueIn, type Meeting, seats } from '../clockModel/meeting.ts';
import type { Parts } from './parts.ts';
import { begunWith } from './real.ts';
import { Run } from './run.ts';
import { nth, personalSteps, picked, Step } from './steps.ts';

const MOST_STEPS = 80;

// Holders of the floor rather than anybody, and of those lost the link that is lost.
const loseLink = picked('a link is lost', ({ turns, people }, n, m) => {
  const holder = nth(
    turns.filter(({ status, isLost }) => status === 'taken' && !isLost),
    n,
  )?.holder;
  const member = m < 10 ? holder : nth(people, n)?.name;
  if (typeof member !== 'string') return null;
  return { says: () => `the link of ${member} is lost`, happen: (run) => run.do({ do: 'loseLink', member }) };
});

const unlinked = ({ people }: Meeting): string[] => people.filter(({ isLinked }) => !isLinked).map(({ name }) => name);

const restoreLink = picked('a link is back', (meeting, n) => {
  const member = nth(unlinked(meeting), n);
  if (member === undefined) return null;
  return { says: () => `the link of ${member} is back`, happen: (run) => run.do({ do: 'restoreLink', member }) };
});

const allBack = (run: Run): void => {
  for (const member of unlinked(run.model)) run.do({ do: 'restoreLink', member });
};

const restoreLinks = picked('all links are back', (meeting) =>
  unlinked(meeting).length === 0 ? null : { says: () => 'all links are back', happen: allBack },
);

const passing = fc
  .oneof(fc.constantFrom(1000, 5000, 10_000, 15_000, 60_000), fc.nat(20_000), fc.nat(5000))
  .map((ms) => new Step('time', () => ({ says: () => `${ms} ms pass`, happen: (run) => run.pass(ms) })));

// To the edge of what time alone brings: a moment before it, at it, a moment after.
const untilDue = picked('until due', (meeting, n) => {
  const due = dueIn(meeting);
  if (due === null) return null;
  const ms = Math.max(0, due + (n % 3) - 1);
  return { says: () => `${ms} ms pass, to the deadline`, happen: (run) => run.pass(ms) };
});

const wallStep = fc
  .constantFrom(-3_600_000, -10_000, 10_000, 3_600_000)
  .map(
    (ms) =>
      new Step('wall', () => ({ says: () => `the wall clock is set by ${ms} ms`, happen: (run) => run.setWall(ms) })),
  );

// A kill, and most times all links are back soon after.
const restart = picked('restart', (_, n, m) => {
  const [saved, down, back] = [45 * n, 5000 * m, m < 9 ? 2000 * m : null];
  const says = (): string =>
    `killed ${saved} ms after the clock was saved, restarted ${down} ms later, links back: ${back ?? 'not yet'}`;
  const happen = (run: Run): void => {
    run.restart(saved, down);
    if (back === null) return;
    run.pass(back);
    run.settle();
    allBack(run);
  };
  return { says, happen };
});

const openMicrophone = picked('microphone', (_, n) => {
  const name = nth(
    seats.flatMap(({ people }) => people),
    n,
  );
  return name === undefined ? null : { says: () => `${name} opens the microphone`, happen: (run) => run.open(name) };
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
  untilDue,
  wallStep,
];

/** Sequences of call, pause, extend, outage, kill, restart and all the rest, in which model and rules agree. */
export function agrees(parts: Parts): fc.IProperty<[Iterable<fc.Command<Meeting, Run>>]> {
  const begun = begunWith(parts);
  return fc.property(fc.commands<Meeting, Run>([...steps], { maxCommands: MOST_STEPS, size: 'max' }), (sequence) => {
    fc.modelRun(() => {
      const run = new Run(parts, begun);
      return { model: run.model, real: run };
    }, sequence);
  });
}
