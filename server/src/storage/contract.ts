import { describe, expect, it } from 'vitest';
import { credentialsContract } from './credentialsContract.ts';
import { deskBookContract } from './deskBookContract.ts';
import { documentsContract } from './documentsContract.ts';
import { newMeeting } from './examples.ts';
import { meetingLogContract } from './logContract.ts';
import type { MeetingWords } from './ports.ts';
import { type OpenStand, standOf } from './stand.ts';

/** Everything that any store must do; each adapter's test runs all of it. */
export function storageContract(name: string, open: OpenStand): void {
  meetingLogContract(name, open);
  identityVaultContract(name, open);
  credentialsContract(name, open);
  deskBookContract(name, open);
  catalogContract(name, open);
  documentsContract(name, open);
  meetingKeysContract(name, open);
}

export const wordsOf = (title: string): MeetingWords => ({
  title: { en: title, fa: 'گفت‌وگو' },
  hosts: { en: 'A society' },
  rule: { version: 2, text: { en: 'The Chatham House Rule applies.' } },
  members: {
    'member-1': { name: 'Dr. Łucja Ñandú', office: null, language: 'pl', email: null },
    'member-2': { name: '王小明', office: 'Fellow', language: null, email: 'wang@example.org' },
  },
  delegations: { 'delegation-1': { en: 'Norway', no: 'Norge' } },
  seats: { 'seat-1': 'keynote-seat' },
  names: { file: 'a-file', items: { 'item-1': 'opening' }, people: {}, delegations: { 'delegation-1': 'no' } },
});

function identityVaultContract(name: string, open: OpenStand): void {
  describe(`the vault in ${name}`, () => {
    const stand = standOf(open);

    it('gives back the words of each meeting', async () => {
      const { storage } = stand;
      const [one, two] = [await newMeeting(storage), await newMeeting(storage)];
      await storage.vault.store(one, wordsOf('One'));
      await storage.vault.store(two, wordsOf('Two'));
      expect(await storage.vault.words(one)).toEqual(wordsOf('One'));
      expect(await storage.vault.words(two)).toEqual(wordsOf('Two'));
    });

    it('replaces the words as a whole', async () => {
      const meeting = await newMeeting(stand.storage);
      await stand.storage.vault.store(meeting, wordsOf('One'));
      await stand.storage.vault.store(meeting, { ...wordsOf('Two'), members: {} });
      expect(await stand.storage.vault.words(meeting)).toEqual({ ...wordsOf('Two'), members: {} });
    });

    it('answers for a purged meeting as for an unknown one', async () => {
      const { storage } = stand;
      const meeting = await newMeeting(storage);
      await storage.vault.store(meeting, wordsOf('One'));
      await storage.keys.destroy(meeting);
      expect(await storage.vault.words(meeting)).toBeNull();
      expect(await storage.vault.words('nobody')).toBeNull();
    });

    it('takes no words without a key', async () => {
      await expect(stand.storage.vault.store('keyless', wordsOf('One'))).rejects.toThrow('has no key');
    });
  });
}

function catalogContract(name: string, open: OpenStand): void {
  describe(`the catalogue in ${name}`, () => {
    const stand = standOf(open);

    it('lists each meeting once, as it was first added', async () => {
      const { catalog } = stand.storage;
      expect(await catalog.meetings()).toEqual([]);
      expect(await catalog.add({ id: 'one', createdAt: 1000 })).toBe(true);
      expect(await catalog.add({ id: 'two', createdAt: 2000 })).toBe(true);
      expect(await catalog.add({ id: 'one', createdAt: 3000 })).toBe(false);
      expect(await catalog.meetings()).toEqual([
        { id: 'one', createdAt: 1000 },
        { id: 'two', createdAt: 2000 },
      ]);
    });
  });
}

function meetingKeysContract(name: string, open: OpenStand): void {
  describe(`the keys in ${name}`, () => {
    const stand = standOf(open);

    it('gives each meeting a 256-bit key of its own', async () => {
      const { keys } = stand.storage;
      await keys.create('one');
      await keys.create('two');
      const [one, two] = [await keys.key('one'), await keys.key('two')];
      expect(one).toHaveLength(32);
      expect(two).toHaveLength(32);
      expect(one).not.toEqual(two);
      expect(await keys.key('one')).toEqual(one);
      expect(await keys.key('never')).toBeNull();
    });

    it('keeps a key that is there, also when two make it at once', async () => {
      const { keys } = stand.storage;
      await Promise.all([keys.create('one'), keys.create('one')]);
      const key = await keys.key('one');
      await keys.create('one');
      expect(await keys.key('one')).toEqual(key);
    });

    it('destroys a key for good', async () => {
      const { keys } = stand.storage;
      await keys.create('one');
      await keys.create('two');
      await keys.destroy('one');
      await keys.destroy('one');
      await keys.destroy('never');
      expect(await keys.key('one')).toBeNull();
      expect(await keys.key('two')).not.toBeNull();
      await expect(keys.create('one')).rejects.toThrow('destroyed');
    });
  });
}
