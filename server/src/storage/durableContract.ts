import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from './contract.ts';
import { recordOf, seriesOf } from './deskBookContract.ts';
import { arriving, read } from './documentsContract.ts';
import { appendOf, entryOf, newMeeting, replyOf } from './examples.ts';
import type { Holder, Storage } from './ports.ts';
import type { Stand } from './stand.ts';

/** `reopen` closes the store and opens what lies on the disk. */
export type DurableStand = Stand & { reopen: () => Promise<Storage> };

/** What any store must do that outlives its process. */
export function durableContract(name: string, open: () => Promise<DurableStand>): void {
  describe(`${name} after a restart`, () => {
    let stand: DurableStand;
    beforeEach(async () => {
      stand = await open();
    });
    afterEach(() => stand.close());

    it('has the log: entries, replies, clock and fence', async () => {
      const meeting = await newMeeting(stand.storage);
      const before = stand.storage.log;
      await before.append(meeting, appendOf(1, 2, replyOf('command-1', 1)));
      await before.append(meeting, appendOf(2, 3));
      await before.saveClock(meeting, 3, 4321.0625);
      const { log } = await stand.reopen();
      expect(await log.load(meeting)).toEqual({ entries: [entryOf(1, 2), entryOf(2, 3)], at: 4321.0625, epoch: 3 });
      await log.saveClock(meeting, 3, 4000);
      expect((await log.load(meeting)).at).toBe(4321.0625);
      expect(await log.reply(meeting, 'member-1', 'command-1')).toEqual(replyOf('command-1', 1));
      expect(await log.append(meeting, appendOf(3, 2))).toBe('stale');
      expect(await log.append(meeting, appendOf(3, 3, replyOf('command-1', 3)))).toBe('conflict');
      expect(await log.append(meeting, appendOf(3, 3))).toBe('appended');
    });

    it('has the words', async () => {
      const meeting = await newMeeting(stand.storage);
      await stand.storage.vault.store(meeting, wordsOf('One'));
      expect(await (await stand.reopen()).vault.words(meeting)).toEqual(wordsOf('One'));
    });

    it('knows links and sessions', async () => {
      const [ann, bob] = ['ann', 'bob'].map((member): Holder => ({ kind: 'member', meeting: 'meeting-1', member }));
      if (!ann || !bob) throw new Error('two holders were made');
      await stand.storage.credentials.issueLink('ann', ann, 1);
      await stand.storage.credentials.issueLink('bob', bob, 1);
      await stand.storage.credentials.exchangeLink('ann', 'session', 2);
      const { credentials } = await stand.reopen();
      expect(await credentials.session('session')).toEqual(ann);
      expect(await credentials.exchangeLink('ann', 'x', 3)).toEqual({ outcome: 'used', holder: ann });
      expect(await credentials.exchangeLink('bob', 'y', 3)).toEqual({ outcome: 'exchanged', holder: bob });
    });

    it('has the book of the desk', async () => {
      const meeting = await newMeeting(stand.storage);
      const series = seriesOf('One');
      const convener = { id: 'c-1', name: 'Łucja', since: 1 };
      await stand.storage.desk.putSeries(series);
      await stand.storage.desk.putConvener(convener);
      await stand.storage.desk.putMeeting(meeting, recordOf(series.id));
      const { desk } = await stand.reopen();
      expect(await desk.series()).toEqual([series]);
      expect(await desk.conveners()).toEqual([convener]);
      expect(await desk.meeting(meeting)).toEqual(recordOf(series.id));
    });

    it('lists the meetings', async () => {
      await stand.storage.catalog.add({ id: 'one', createdAt: 1_590_658_200_000 });
      expect(await (await stand.reopen()).catalog.meetings()).toEqual([{ id: 'one', createdAt: 1_590_658_200_000 }]);
    });

    it('has the documents', async () => {
      const meeting = await newMeeting(stand.storage);
      const content = randomBytes(100_000);
      await stand.storage.documents.put(meeting, 'd-1', arriving(content));
      const { documents } = await stand.reopen();
      expect((await read(documents, meeting, 'd-1'))?.equals(content)).toBe(true);
    });

    it('has the keys, and not the destroyed ones', async () => {
      await stand.storage.keys.create('kept');
      await stand.storage.keys.create('gone');
      const kept = await stand.storage.keys.key('kept');
      await stand.storage.keys.destroy('gone');
      const { keys } = await stand.reopen();
      expect(await keys.key('kept')).toEqual(kept);
      expect(await keys.key('gone')).toBeNull();
    });
  });
}
