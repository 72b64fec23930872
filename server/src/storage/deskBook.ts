import type { Id } from '@track2/shared';
import type { DeskBook, Documents, MeetingKeys } from './ports.ts';
import { readConvener, readMeetingRecord, readSeries } from './records.ts';
import { KeyMissing, seal, unseal } from './sealing.ts';

/** What the desk writes of. */
export type DeskPage = 'series' | 'convener' | 'meeting';

/** Where the encrypted pages of the desk lie: one block for each page and id, replaced as a whole. */
export type SealedPagesStore = {
  put(page: DeskPage, id: Id, sealed: Buffer): void;
  get(page: DeskPage, id: Id): Buffer | null;
  /** The ids of one page in the order of their first writing. */
  ids(page: DeskPage): Id[];
  delete(page: DeskPage, id: Id): void;
};

// Other than what log, words and documents are bound to, so that none can be taken for another.
const bound = (page: DeskPage, id: Id): string => `${id}/desk/${page}`;

/** A book that encrypts before the store sees anything, each page under the key of its id. */
export function deskBook(store: SealedPagesStore, keys: MeetingKeys, documents: Documents): DeskBook {
  async function put(page: DeskPage, id: Id, record: unknown): Promise<void> {
    const key = await keys.key(id);
    if (key === null) throw new KeyMissing(id);
    store.put(page, id, seal(key, bound(page, id), Buffer.from(JSON.stringify(record))));
  }
  async function get(page: DeskPage, id: Id): Promise<unknown> {
    const sealed = store.get(page, id);
    const key = sealed && (await keys.key(id));
    return key ? (JSON.parse(unseal(key, bound(page, id), sealed).toString()) as unknown) : null;
  }
  async function all<T>(page: DeskPage, read: (stored: unknown) => T): Promise<T[]> {
    const stored = await Promise.all(store.ids(page).map((id) => get(page, id)));
    return stored.flatMap((record) => (record === null ? [] : [read(record)]));
  }
  /** The key at last: what a crash leaves behind before is still there, and goes with the next try. */
  async function end(page: DeskPage, id: Id): Promise<void> {
    store.delete(page, id);
    await keys.destroy(id);
  }
  return {
    series: () => all('series', readSeries),
    async putSeries(series) {
      await keys.create(series.id);
      await put('series', series.id, series);
    },
    async endSeries(series) {
      await documents.keepOnly(series, []);
      await end('series', series);
    },
    conveners: () => all('convener', readConvener),
    async putConvener(convener) {
      await keys.create(convener.id);
      await put('convener', convener.id, convener);
    },
    endConvener: (convener) => end('convener', convener),
    async meeting(meeting) {
      const stored = await get('meeting', meeting);
      return stored === null ? { series: null, people: {} } : readMeetingRecord(stored);
    },
    putMeeting: (meeting, record) => put('meeting', meeting, record),
  };
}
