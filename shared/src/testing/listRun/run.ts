import type { MeetingState } from '../../meeting/state.ts';
import { type Act, apply, type Draft } from '../listModel/acts.ts';
import { beginning, dueIn, type Meeting, pass } from '../listModel/meeting.ts';
import { brokenLaws, differences } from './compare.ts';
import type { Parts } from './parts.ts';
import { RealMeeting } from './real.ts';

// More alarms at one moment than this mean that one of them brings nothing on.
const MOST_ALARMS = 20;

/** The same meeting twice, once as the model tells it and once as the rules make it. Throws where they part. */
export class Run {
  readonly model: Meeting = beginning();
  readonly #real: RealMeeting;
  readonly #told: string[] = [];
  #asked = 0;

  constructor(parts: Parts, begun: MeetingState) {
    this.#real = new RealMeeting(parts, begun);
  }

  /** Both do the act, and agree on whether it is accepted and on all that follows. */
  do(act: Act): boolean {
    this.#told.push(JSON.stringify(act));
    const expected = apply(this.model, act);
    const accepted = this.#real.apply(act);
    if (accepted !== expected)
      this.#fail(`${act.do}: the model ${expected ? 'accepts' : 'refuses'} it, the rules do not`);
    this.#check();
    return accepted;
  }

  /** A person gives a command; what it makes is named by the id that comes back. */
  ask(draft: Draft): string {
    this.#asked += 1;
    const id = `c${this.#asked}`;
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
      if (alarms === MOST_ALARMS) this.#fail('what is due stays due');
      this.do({ do: 'alarm' });
    }
  }

  /** The process is killed and another reads the log and takes over, with every link lost. [SE6] [SE7] */
  restart(savedMsAgo: number): void {
    this.#told.push(`killed ${savedMsAgo} ms after the clock was saved`);
    pass(this.model, -this.#real.restart(savedMsAgo));
    this.#check();
    this.do({ do: 'takeOver' });
  }

  #move(ms: number): void {
    if (ms > 0) this.#told.push(`${ms} ms pass`);
    pass(this.model, ms);
    this.#real.now += ms;
    this.#check();
  }

  #check(): void {
    const { state, now, parts } = this.#real;
    const { meeting: due } = parts.nextDeadlines(state);
    const dueDiffers = (due === null ? null : Math.max(0, due - now)) !== dueIn(this.model);
    const wrong = [...brokenLaws(state), ...differences(this.model, state), ...(dueDiffers ? ['next deadline'] : [])];
    if (wrong.length > 0) this.#fail(wrong.join('\n'));
  }

  #fail(violation: string): never {
    throw new Error(`${violation}\nafter:\n${this.#told.map((line, at) => `${at + 1}. ${line}`).join('\n')}`);
  }
}
