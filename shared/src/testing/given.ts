import { expect } from 'vitest';
import { decide, decideBySystem } from '../meeting/meeting.ts';
import type { Command, Decision, LoggedEvent, Refusal, RefusalCode, SystemCommand } from '../meeting/messages.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { Id } from '../meeting/words.ts';
import { contextOf, happened, type Step, type Story, tell } from './story.ts';

/** What became of a command. */
export type Outcome = {
  /**
   * Exactly these events happen, in this order; matchers of the test runner may stand in for parts. The record by
   * which an act can be taken back is left out here: the tests of undo look at it.
   */
  happens: (...events: readonly unknown[]) => void;
  /** Events of exactly these types happen, in this order. */
  happensOf: (...types: readonly LoggedEvent['type'][]) => void;
  /** The command is refused, with that code or with the whole refusal. */
  isRefused: (refusal: RefusalCode | Refusal) => void;
  /** The state afterwards: unchanged when the command is refused. */
  state: MeetingState;
  /** The story afterwards. */
  story: Story;
};

function outcome(story: Story, decision: Decision): Outcome {
  const events = 'events' in decision ? decision.events : [];
  const after = happened(story, events);
  const lived = events.filter(({ type }) => type !== 'session.actRecorded');
  return {
    happens: (...expected) => expect('events' in decision ? { events: lived } : decision).toEqual({ events: expected }),
    happensOf: (...types) => {
      expect(decision).toHaveProperty('events');
      expect(lived.map(({ type }) => type)).toEqual(types);
    },
    isRefused: (refusal) => {
      if (typeof refusal === 'string') expect(decision).toMatchObject({ refusal: { code: refusal } });
      else expect(decision).toEqual({ refusal });
    },
    state: after.state,
    story: after,
  };
}

/** What was so far, and what a command then makes of it. */
export type Given = {
  story: Story;
  state: MeetingState;
  /** A person gives a command; `id` names what it makes. */
  when: (command: Command, member: Id, id?: Id) => Outcome;
  /** The platform itself asks something. */
  whenSystem: (command: SystemCommand) => Outcome;
};

/** Given these steps (acts of a story, or bare events), when a command, then events or a refusal. */
export function given(...steps: readonly Step[]): Given {
  const story = tell(...steps);
  return {
    story,
    state: story.state,
    when: (command, member, id) =>
      outcome(story, decide(story.state, command, contextOf(story, { kind: 'member', member }, id))),
    whenSystem: (command) => outcome(story, decideBySystem(story.state, command, contextOf(story, { kind: 'system' }))),
  };
}
