import type { Id } from '@track2/shared';
import type { BaseLogger } from 'pino';
import type { OpenMediaPlane } from '../media/mediaPlane.ts';
import type { MeetingWords, Storage } from '../storage/ports.ts';
import type { Clocks } from './meetingClock.ts';
import { MeetingHost, type MeetingHostOptions } from './meetingHost.ts';
import { lineNames } from './viewerLine.ts';

/** A meeting that runs here, with its words. */
export type HostedMeeting = { host: MeetingHost; words: MeetingWords };

export type MeetingsOptions = {
  storage: Storage;
  clocks: Clocks;
  openMedia: OpenMediaPlane;
  pushMedia: MeetingHostOptions['pushMedia'];
  logger: BaseLogger;
};

/** The meetings that have their home on this node. Closed by the app. */
export class Meetings {
  readonly #meetings: Map<Id, HostedMeeting>;

  /** Takes over every meeting of the catalogue that has not been purged. */
  static async open({ storage, ...options }: MeetingsOptions): Promise<Meetings> {
    const meetings = new Map<Id, HostedMeeting>();
    for (const { id } of await storage.catalog.meetings()) {
      const words = await storage.vault.words(id);
      const key = await storage.keys.key(id);
      if (words === null || key === null) continue;
      const host = await MeetingHost.start({
        ...options,
        meeting: id,
        log: storage.log,
        words,
        nameLine: lineNames(key),
        forgetDocument: (document) => storage.documents.delete(id, document),
      });
      // What a crash left between the bytes and the log.
      await storage.documents.keepOnly(id, host.documents);
      meetings.set(id, { host, words });
    }
    return new Meetings(meetings);
  }

  private constructor(meetings: Map<Id, HostedMeeting>) {
    this.#meetings = meetings;
  }

  /** A meeting that is held here, or undefined when it is unknown or another home has taken it over. */
  find(meeting: Id): HostedMeeting | undefined {
    const hosted = this.#meetings.get(meeting);
    return hosted?.host.isOver ? undefined : hosted;
  }

  all(): HostedMeeting[] {
    return [...this.#meetings.values()].filter(({ host }) => !host.isOver);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#meetings.values()].map(({ host }) => host.close()));
  }
}
