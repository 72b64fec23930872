import type { Id } from '@track2/shared';
import { Mailbox } from '../meeting/mailbox.ts';
import type { DeskBook, MeetingRecord, PersonRecord } from '../storage/ports.ts';

/** Of somebody for whom the desk has done nothing yet. */
export const newPerson: PersonRecord = { sent: null, sequence: null, mailProblem: null, revoked: false };

/** What the desk keeps of its meetings, and one change of a meeting after the other. */
export class MeetingPages {
  readonly #book: DeskBook;
  readonly #mailboxes = new Map<Id, Mailbox>();

  constructor(book: DeskBook) {
    this.#book = book;
  }

  read(meeting: Id): Promise<MeetingRecord> {
    return this.#book.meeting(meeting);
  }

  /** Runs a change while no other of this meeting runs. */
  inTurn<T>(meeting: Id, change: () => Promise<T>): Promise<T> {
    const mailbox = this.#mailboxes.get(meeting) ?? new Mailbox();
    this.#mailboxes.set(meeting, mailbox);
    return mailbox.post(change);
  }

  /** Writes a changed page; inside a turn of {@link inTurn}. */
  async write(meeting: Id, change: (page: MeetingRecord) => MeetingRecord): Promise<void> {
    await this.#book.putMeeting(meeting, change(await this.#book.meeting(meeting)));
  }

  /** Writes what was done for people; inside a turn of {@link inTurn}. */
  async writePeople(meeting: Id, changes: ReadonlyMap<Id, Partial<PersonRecord>>): Promise<void> {
    await this.write(meeting, ({ series, people }) => {
      const changed = [...changes].map(([id, change]) => [id, { ...(people[id] ?? newPerson), ...change }] as const);
      return { series, people: { ...people, ...Object.fromEntries(changed) } };
    });
  }
}
