import type { Id } from '@track2/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendOf, entryOf, newMeeting, refusalAppendOf, refusalOf, replyOf } from './examples.ts';
import type { MeetingLog } from './ports.ts';
import type { OpenStand, Stand } from './stand.ts';

const seqsOf = async (log: MeetingLog, meeting: Id, afterSeq?: number): Promise<number[]> =>
  (await log.load(meeting, afterSeq)).entries.map(({ seq }) => seq);

async function appendUpTo(log: MeetingLog, meeting: Id, last: number): Promise<void> {
  for (let seq = 1; seq <= last; seq += 1) {
    expect(await log.append(meeting, appendOf(seq))).toBe('appended');
  }
}

/** What every log does, whatever it stands on. */
export function meetingLogContract(name: string, open: OpenStand): void {
  describe(`the log in ${name}`, () => {
    let stand: Stand;
    let log: MeetingLog;
    let meeting: Id;
    beforeEach(async () => {
      stand = await open();
      log = stand.storage.log;
      meeting = await newMeeting(stand.storage);
    });
    afterEach(() => stand.close());

    it('knows nothing of an unknown meeting', async () => {
      expect(await log.load('nobody')).toEqual({ entries: [], at: 0, epoch: 0 });
      expect(await log.reply('nobody', 'member-1', 'c')).toBeNull();
    });

    it('gives back what was appended, in order', async () => {
      await appendUpTo(log, meeting, 12);
      const loaded = await log.load(meeting);
      expect(loaded.entries).toEqual(Array.from({ length: 12 }, (_, index) => entryOf(index + 1)));
      expect(loaded).toMatchObject({ at: 126, epoch: 1 });
    });

    it('loads the entries after a sequence, across epochs', async () => {
      await appendUpTo(log, meeting, 3);
      await log.append(meeting, appendOf(4, 7));
      expect(await seqsOf(log, meeting, 2)).toEqual([3, 4]);
      expect(await seqsOf(log, meeting, 4)).toEqual([]);
      expect(await seqsOf(log, meeting, 9)).toEqual([]);
    });

    it('refuses another sequence than the expected and writes nothing', async () => {
      await appendUpTo(log, meeting, 2);
      const before = await log.load(meeting);
      expect(await log.append(meeting, { ...appendOf(2), reply: replyOf('late', 2) })).toBe('conflict');
      expect(await log.append(meeting, appendOf(9))).toBe('conflict');
      expect(await log.append(meeting, { ...appendOf(9, 5), entry: null, reply: replyOf('ahead', 9) })).toBe(
        'conflict',
      );
      expect(await log.load(meeting)).toEqual(before);
      expect(await log.reply(meeting, 'member-1', 'late')).toBeNull();
    });

    it('refuses the first append of a meeting when it is not sequence 1', async () => {
      expect(await log.append(meeting, appendOf(2))).toBe('conflict');
      expect(await seqsOf(log, meeting)).toEqual([]);
    });

    it('throws on an append that would tear the log', async () => {
      await expect(log.append(meeting, { ...appendOf(1), entry: entryOf(3) })).rejects.toThrow('does not follow');
      await expect(log.append(meeting, { ...appendOf(1), entry: entryOf(1, 2) })).rejects.toThrow('does not follow');
      await expect(log.append(meeting, { ...appendOf(1), entry: null })).rejects.toThrow('an entry, a reply or both');
      expect(await seqsOf(log, meeting)).toEqual([]);
    });

    it('lets an old tenure write until the new one has written, and fences it from then on', async () => {
      await appendUpTo(log, meeting, 2);
      await log.load(meeting); // A new home that has only read fences nobody.
      expect(await log.append(meeting, appendOf(3, 1))).toBe('appended');
      expect(await log.append(meeting, appendOf(4, 2))).toBe('appended');
      expect(await log.append(meeting, appendOf(5, 1, replyOf('stale', 5)))).toBe('stale');
      expect(await log.append(meeting, appendOf(4, 1))).toBe('stale');
      expect(await log.append(meeting, { ...appendOf(5, 1), entry: null, reply: replyOf('stale', 5) })).toBe('stale');
      expect(await log.append(meeting, appendOf(5, 2))).toBe('appended');
      expect(await seqsOf(log, meeting)).toEqual([1, 2, 3, 4, 5]);
      expect(await log.reply(meeting, 'member-1', 'stale')).toBeNull();
      expect((await log.load(meeting)).epoch).toBe(2);
    });

    it('lets an epoch be skipped', async () => {
      expect(await log.append(meeting, appendOf(1, 3))).toBe('appended');
      expect(await log.append(meeting, appendOf(2, 41))).toBe('appended');
      expect(await log.append(meeting, appendOf(3, 40))).toBe('stale');
    });

    it('counts a refusal stored alone as a write of its epoch', async () => {
      await appendUpTo(log, meeting, 1);
      const alone = { ...appendOf(2, 2), entry: null, reply: replyOf('c', 1) };
      expect(await log.append(meeting, alone)).toBe('appended');
      expect(await log.append(meeting, appendOf(2, 1))).toBe('stale');
      expect(await log.append(meeting, appendOf(2, 2))).toBe('appended');
    });

    it('stores the reply with its entry', async () => {
      const reply = replyOf('command-1', 1);
      await log.append(meeting, appendOf(1, 1, reply));
      expect(await log.reply(meeting, 'member-1', 'command-1')).toEqual(reply);
      expect(await log.reply(meeting, 'member-2', 'command-1')).toBeNull();
      expect(await log.reply(meeting, 'member-1', 'command-2')).toBeNull();
    });

    it('stores a refusal alone, before and between entries', async () => {
      expect(await log.append(meeting, refusalAppendOf(1, 'first'))).toBe('appended');
      await appendUpTo(log, meeting, 1);
      expect(await log.append(meeting, refusalAppendOf(2, 'second'))).toBe('appended');
      expect(await log.append(meeting, appendOf(2))).toBe('appended');
      expect(await seqsOf(log, meeting)).toEqual([1, 2]);
      expect(await log.reply(meeting, 'member-1', 'first')).toEqual(refusalOf('first'));
      expect(await log.reply(meeting, 'member-1', 'second')).toEqual(refusalOf('second'));
    });

    it('takes a command once: the second append of (member, command id) conflicts and writes nothing', async () => {
      const reply = replyOf('command-1', 1);
      await log.append(meeting, appendOf(1, 1, reply));
      const again = { ...reply, payloadHash: 'another', ack: { outcome: 'applied', seq: 2 } } as const;
      expect(await log.append(meeting, appendOf(2, 1, again))).toBe('conflict');
      expect(await log.append(meeting, { ...appendOf(2, 1, again), entry: null })).toBe('conflict');
      expect(await seqsOf(log, meeting)).toEqual([1]);
      expect(await log.reply(meeting, 'member-1', 'command-1')).toEqual(reply);
      expect((await log.load(meeting)).at).toBe(10.5);
    });

    it('takes the same command id from another member', async () => {
      await log.append(meeting, appendOf(1, 1, replyOf('command-1', 1)));
      const other = { ...replyOf('command-1', 2), member: 'member-2' };
      expect(await log.append(meeting, appendOf(2, 1, other))).toBe('appended');
    });

    it('lets one of two racing appends win', async () => {
      const results = await Promise.all([log.append(meeting, appendOf(1)), log.append(meeting, appendOf(1))]);
      expect(results.toSorted()).toEqual(['appended', 'conflict']);
      expect(await seqsOf(log, meeting)).toEqual([1]);
    });

    it('saves the clock of the newest tenure alone, and never backwards', async () => {
      await log.saveClock(meeting, 1, 5);
      expect((await log.load(meeting)).at).toBe(0);
      await appendUpTo(log, meeting, 1);
      await log.saveClock(meeting, 1, 2000.125);
      await log.saveClock(meeting, 1, 1000);
      await log.saveClock(meeting, 2, 9000);
      expect((await log.load(meeting)).at).toBe(2000.125);
      await log.append(meeting, appendOf(2, 2));
      await log.saveClock(meeting, 1, 9000);
      expect((await log.load(meeting)).at).toBe(2000.125);
    });

    it('keeps two meetings apart', async () => {
      const other = await newMeeting(stand.storage);
      await log.append(meeting, appendOf(1, 5, replyOf('command-1', 1)));
      expect(await log.append(other, appendOf(1, 1, replyOf('command-1', 1)))).toBe('appended');
      await log.saveClock(other, 1, 777);
      expect(await log.load(meeting)).toEqual({ entries: [entryOf(1, 5)], at: 10.5, epoch: 5 });
      expect(await log.load(other)).toEqual({ entries: [entryOf(1, 1)], at: 777, epoch: 1 });
    });

    it('reads its texts as purged once the key is destroyed, and takes no new ones', async () => {
      await appendUpTo(log, meeting, 1);
      await stand.storage.keys.destroy(meeting);
      const [entry] = (await log.load(meeting)).entries;
      expect(entry?.events[0]).toMatchObject({ entry: 'entry-1', topic: { purged: true } });
      await expect(log.append(meeting, appendOf(2))).rejects.toThrow('has no key');
      expect(await seqsOf(log, meeting)).toEqual([1]);
    });
  });
}
