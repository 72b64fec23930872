import type { MeetingState } from '../../meeting/state.ts';
import { type Act, apply, type Draft } from '../clockModel/acts.ts';
import { beginning, dueIn, type Meeting, pass } from '../clockModel/meeting.ts';
import { differences } from './compare.ts';
import { brokenLaws, type Memory, remember } from './laws.ts';
import type { Parts } from './parts.ts';
import { RealMeeting } from './real.ts';

// More alarms at one moment than this mean that one of them brings nothing on.
const MOST_ALARMS = 20;

/** The same meeting twice, once as the model tells it and once as the rules make it. Throws where they part. */
export class Run {
  readonly model: Meeting = beginning();
  readonly real: RealMeeting;
  #memory: Memory;
  #asked = 0;
  readonly #told: (() => string)[] = [];

  constructor(parts: Parts, begun: MeetingState) {
    this.real = new RealMeeting(parts, begun);
    this.#memory = remember(this.real, this.real.grants());
  }

  /** Both do the act, and agree on whether it is accepted and on all that follows. */
  do(act: Act): void {
    const expected = apply(this.model, act);
    const accepted = this.real.apply(act);
    if (accepted !== expected)
      throw new Error(`${act.do}: the model ${expected ? 'accepts' : 'refuses'} it, the rules do not`);
    this.#check(act);
  }

  /** Does what a step came to; a violation is told with all that led to it. */
  tell({ says, happen }: { says: () => string; happen: (run: Run) => void }): void {
    this.#told.push(says);
    try {
      happen(this);
    } catch (violation) {
      const story = this.#told.map((line, at) => `${at + 1}. ${line()}`).join('\n');
      throw new Error(`${violation instanceof Error ? violation.message : String(violation)}\nafter:\n${story}`, {
        cause: violation,
      });
    }
  }

  /** A person gives a command; what it makes is named by the id that comes back. */
  ask(draft: Draft): string {
    this.#asked += 1;
    const id = `t${this.#asked}`;
    this.do({ ...draft, id });
    return id;
  }

  /** Time passes, and what falls due happens at its moment. [SE8] */
  pass(ms: number): void {
    let left = ms;
    for (let due = dueIn(this.model); due !== null && due <= left; due = dueIn(this.model)) {
      this.#move(due);
      left -= due;
      this.settle();
    }
    this.#move(left);
  }

  /** What is due is decided, before anything else is. */
  settle(): void {
    for (let alarms = 0; dueIn(this.model) === 0; alarms += 1) {
      if (alarms === MOST_ALARMS) throw new Error('what is due stays due');
      this.do({ do: 'alarm' });
    }
  }

  /** The wall clock is set; nothing follows from that. [SE9] */
  setWall(byMs: number): void {
    this.real.wall += byMs;
    this.#check(null);
  }

  /** The process is killed and another takes over after a while in which no meeting is lived. [SE6] [SE7] */
  restart(savedMsAgo: number, downMs: number): void {
    pass(this.model, -this.real.restart(savedMsAgo));
    this.real.wall += downMs;
    this.#check(null);
    this.do({ do: 'takeOver' });
  }

  /** A person opens the microphone that the person has. */
  open(name: string): void {
    const grants = this.real.grants();
    const grant = grants.get(name);
    if (grant !== undefined) this.real.intents.set(name, grant);
    this.#memory = remember(this.real, grants, this.#memory);
  }

  #move(ms: number): void {
    pass(this.model, ms);
    this.real.pass(ms);
    this.#check(null);
  }

  #check(act: Act | null): void {
    const grants = this.real.grants();
    const wrong = [
      ...brokenLaws(this.#memory, this.real, { act, grants }),
      ...differences(this.model, this.real, grants),
    ];
    if (wrong.length > 0) throw new Error(wrong.join('; '));
    this.#memory = remember(this.real, grants, this.#memory);
  }
}
