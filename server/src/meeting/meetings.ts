import type { Id } from '@track2/shared';
import type { BaseLogger } from 'pino';
import type { OpenMediaPlane } from '../media/mediaPlane.ts';
import type { Storage } from '../storage/ports.ts';
import type { Clocks } from './meetingClock.ts';
import { MeetingHost, type MeetingHostOptions } from './meetingHost.ts';
import { lineNames } from './viewerLine.ts';

export type MeetingsOptions = {
  storage: Storage;
  clocks: Clocks;
  openMedia: OpenMediaPlane;
  decide?: NonNullable<MeetingHostOptions['decide']>;
  pushMedia: MeetingHostOptions['pushMedia'];
  /** Ends what lets a member in: links, sessions and tickets. */
  shutOut: (meeting: Id, member: Id) => Promise<void>;
  logger: BaseLogger;
};

/** The meetings that have their home on this node. Closed by the app. */
export class Meetings {
  readonly #options: MeetingsOptions;
  readonly #hosts = new Map<Id, MeetingHost>();

  /** Takes over every meeting of the catalogue that has not been purged. */
  static async open(options: MeetingsOptions): Promise<Meetings> {
    const meetings = new Meetings(options);
    for (const { id } of await options.storage.catalog.meetings()) await meetings.add(id);
    return meetings;
  }

  private constructor(options: MeetingsOptions) {
    this.#options = options;
  }

  /** Takes over a meeting of the catalogue, from now on, unless it was purged. */
  async add(meeting: Id): Promise<void> {
    const { storage, shutOut, ...options } = this.#options;
    const words = await storage.vault.words(meeting);
    const key = await storage.keys.key(meeting);
    if (words === null || key === null) return;
    const host = await MeetingHost.start({
      ...options,
      meeting,
      log: storage.log,
      words,
      nameLine: lineNames(key),
      shutOut: (member) => shutOut(meeting, member),
      forgetDocument: (document) => storage.documents.delete(meeting, document),
    });
    // What a crash left between the bytes and the log.
    await storage.documents.keepOnly(meeting, host.documents);
    this.#hosts.set(meeting, host);
  }

  /** A meeting that is held here, or undefined when it is unknown or another home has taken it over. */
  find(meeting: Id): MeetingHost | undefined {
    const host = this.#hosts.get(meeting);
    return host?.isOver ? undefined : host;
  }

  all(): MeetingHost[] {
    return [...this.#hosts.values()].filter(({ isOver }) => !isOver);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#hosts.values()].map((host) => host.close()));
  }
}
