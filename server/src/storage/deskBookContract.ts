import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { arriving, read } from './documentsContract.ts';
import { newMeeting } from './examples.ts';
import type { ConvenerRecord, MeetingRecord, SeriesRecord } from './ports.ts';
import { type OpenStand, standOf } from './stand.ts';

/** A series with everything in it. */
export const seriesOf = (title: string, id = `s-${randomUUID()}`): SeriesRecord => ({
  id,
  title: { en: title, fa: 'گفت‌وگو' },
  organisations: [
    { id: 'o-1', name: { en: 'A society' }, part: 'convener' },
    { id: 'o-2', name: { fa: 'انجمن' }, part: 'supporter' },
  ],
  logos: { 'o-1': { document: 'd-1', type: 'image/svg+xml' } },
});

/** What the desk did for two people of a meeting. */
export const recordOf = (series: string | null): MeetingRecord => ({
  series,
  people: {
    'member-1': { sent: { at: 1, by: 'mail' }, sequence: 3, mailProblem: 'refused', revoked: false },
    'member-2': { sent: null, sequence: null, mailProblem: null, revoked: true },
  },
});

const convenerOf = (name: string): ConvenerRecord => ({ id: `c-${randomUUID()}`, name, since: 1 });

/** What any book of the desk must do. */
export function deskBookContract(name: string, open: OpenStand): void {
  describe(`the desk’s book in ${name}`, () => {
    const stand = standOf(open);

    it('lists the series as they were put last, in the order of their making', async () => {
      const { desk } = stand.storage;
      expect(await desk.series()).toEqual([]);
      const [one, two] = [seriesOf('One'), seriesOf('Two')];
      await desk.putSeries(one);
      await desk.putSeries(two);
      const changed = { ...one, title: { en: 'First' }, logos: {} };
      await desk.putSeries(changed);
      expect(await desk.series()).toEqual([changed, two]);
    });

    it('ends a series for good: its words, its logos and its key', async () => {
      const { desk, documents, keys } = stand.storage;
      const [one, two] = [seriesOf('One'), seriesOf('Two')];
      await desk.putSeries(one);
      await desk.putSeries(two);
      await documents.put(one.id, 'd-1', arriving(Buffer.from('a logo')));
      await documents.put(two.id, 'd-1', arriving(Buffer.from('another logo')));
      await desk.endSeries(one.id);
      await desk.endSeries(one.id);
      expect(await desk.series()).toEqual([two]);
      expect(await keys.key(one.id)).toBeNull();
      expect(await read(documents, one.id, 'd-1')).toBeNull();
      expect((await read(documents, two.id, 'd-1'))?.toString()).toBe('another logo');
    });

    it('lists the conveners until they end', async () => {
      const { desk, keys } = stand.storage;
      const [one, two] = [convenerOf('Łucja'), convenerOf('王')];
      await desk.putConvener(one);
      await desk.putConvener(two);
      expect(await desk.conveners()).toEqual([one, two]);
      await desk.endConvener(one.id);
      expect(await desk.conveners()).toEqual([two]);
      expect(await keys.key(one.id)).toBeNull();
    });

    it('keeps what was done for the people of a meeting, each meeting apart', async () => {
      const { storage } = stand;
      const [one, two] = [await newMeeting(storage), await newMeeting(storage)];
      expect(await storage.desk.meeting(one)).toEqual({ series: null, people: {} });
      await storage.desk.putMeeting(one, recordOf('s-1'));
      await storage.desk.putMeeting(two, recordOf(null));
      await storage.desk.putMeeting(one, recordOf('s-2'));
      expect(await storage.desk.meeting(one)).toEqual(recordOf('s-2'));
      expect(await storage.desk.meeting(two)).toEqual(recordOf(null));
    });

    it('forgets a meeting with its key, and writes of none without', async () => {
      const { storage } = stand;
      const meeting = await newMeeting(storage);
      await storage.desk.putMeeting(meeting, recordOf('s-1'));
      await storage.keys.destroy(meeting);
      expect(await storage.desk.meeting(meeting)).toEqual({ series: null, people: {} });
      await expect(storage.desk.putMeeting('keyless', recordOf(null))).rejects.toThrow('has no key');
    });
  });
}
