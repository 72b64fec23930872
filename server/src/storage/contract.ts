import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentsContract } from './documentsContract.ts';
import { newMeeting } from './examples.ts';
import { meetingLogContract } from './logContract.ts';
import type { Holder, MeetingWords, Storage } from './ports.ts';

/** An open store and the way to end it. */
export type Stand = { storage: Storage; close: () => Promise<void> };

/** How a suite opens the store it judges: empty but for what other tests left in a shared one. */
export type OpenStand = () => Promise<Stand>;

/** Everything that any store must do; each adapter's test runs all of it. */
export function storageContract(name: string, open: OpenStand): void {
  meetingLogContract(name, open);
  identityVaultContract(name, open);
  credentialsContract(name, open);
  catalogContract(name, open);
  documentsContract(name, open);
  meetingKeysContract(name, open);
}

/** Opens a stand before each test and closes it after. */
function standOf(open: OpenStand): { readonly storage: Storage } {
  let stand: Stand;
  beforeEach(async () => {
    stand = await open();
  });
  afterEach(() => stand.close());
  return {
    get storage() {
      return stand.storage;
    },
  };
}

export const wordsOf = (title: string): MeetingWords => ({
  title: { en: title, fa: 'گفت‌وگو' },
  hosts: { en: 'A society' },
  rule: { version: 2, text: { en: 'The Chatham House Rule applies.' } },
  members: {
    'member-1': { name: 'Dr. Łucja Ñandú', office: null, language: 'pl' },
    'member-2': { name: '王小明', office: 'Fellow', language: null },
  },
  delegations: { 'delegation-1': { en: 'Norway', no: 'Norge' } },
  seats: { 'seat-1': 'keynote-seat' },
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

const memberOf = (member: string, meeting = 'meeting-1'): Holder => ({
  kind: 'member',
  meeting,
  member,
  seat: 'seat-1',
  role: 'chair',
});

function credentialsContract(name: string, open: OpenStand): void {
  describe(`the credentials in ${name}`, () => {
    const stand = standOf(open);
    const convener: Holder = { kind: 'convener' };

    it('exchanges a link once', async () => {
      const { credentials } = stand.storage;
      await credentials.issueLink('link', memberOf('ann'), 1);
      expect(await credentials.session('session')).toBeNull();
      expect(await credentials.exchangeLink('link', 'session', 2)).toEqual({
        outcome: 'exchanged',
        holder: memberOf('ann'),
      });
      expect(await credentials.session('session')).toEqual(memberOf('ann'));
      expect(await credentials.exchangeLink('link', 'session-2', 3)).toEqual({
        outcome: 'used',
        holder: memberOf('ann'),
      });
      expect(await credentials.session('session-2')).toBeNull();
    });

    it('exchanges a link once even when two race for it', async () => {
      const { credentials } = stand.storage;
      await credentials.issueLink('link', memberOf('ann'), 1);
      const race = ['s-1', 's-2', 's-3'].map((session) => credentials.exchangeLink('link', session, 2));
      const outcomes = (await Promise.all(race)).map(({ outcome }) => outcome);
      expect(outcomes.toSorted()).toEqual(['exchanged', 'used', 'used']);
      const sessions = await Promise.all(['s-1', 's-2', 's-3'].map((session) => credentials.session(session)));
      expect(sessions.filter((holder) => holder !== null)).toHaveLength(1);
    });

    it('knows neither a link nor a session that was never made', async () => {
      const { credentials } = stand.storage;
      expect(await credentials.exchangeLink('never', 'session', 1)).toEqual({ outcome: 'unknown' });
      expect(await credentials.session('never')).toBeNull();
    });

    it('ends the old links and sessions of a holder with a new link, and nobody else’s', async () => {
      const { credentials } = stand.storage;
      await credentials.issueLink('ann-1', memberOf('ann'), 1);
      await credentials.issueLink('ann-elsewhere', memberOf('ann', 'meeting-2'), 1);
      await credentials.issueLink('bob-1', memberOf('bob'), 1);
      await credentials.issueLink('convener-1', convener, 1);
      await credentials.exchangeLink('ann-1', 'ann-session', 2);
      await credentials.exchangeLink('bob-1', 'bob-session', 2);

      await credentials.issueLink('ann-2', memberOf('ann'), 3);
      expect(await credentials.session('ann-session')).toBeNull();
      expect(await credentials.exchangeLink('ann-1', 'x', 4)).toEqual({ outcome: 'unknown' });
      await credentials.issueLink('ann-3', { ...memberOf('ann'), role: 'observer' } as Holder, 5);
      expect(await credentials.exchangeLink('ann-2', 'x', 6)).toEqual({ outcome: 'unknown' });
      expect(await credentials.session('bob-session')).toEqual(memberOf('bob'));
      expect(await credentials.exchangeLink('ann-elsewhere', 'e', 7)).toMatchObject({ outcome: 'exchanged' });
      expect(await credentials.exchangeLink('convener-1', 'c', 7)).toEqual({ outcome: 'exchanged', holder: convener });
    });

    it('keeps one link for the convener', async () => {
      const { credentials } = stand.storage;
      await credentials.issueLink('old', convener, 1);
      await credentials.exchangeLink('old', 'session', 2);
      await credentials.issueLink('new', convener, 3);
      expect(await credentials.session('session')).toBeNull();
      expect(await credentials.exchangeLink('new', 'session-2', 4)).toEqual({ outcome: 'exchanged', holder: convener });
    });

    it('gives no holder the link of another', async () => {
      const { credentials } = stand.storage;
      await credentials.issueLink('link', memberOf('ann'), 1);
      await expect(credentials.issueLink('link', memberOf('bob'), 2)).rejects.toThrow(Error);
      expect(await credentials.exchangeLink('link', 'session', 3)).toMatchObject({ holder: memberOf('ann') });
    });

    it('names who holds a live link or session in a meeting, each once', async () => {
      const { credentials } = stand.storage;
      await credentials.issueLink('ann', memberOf('ann'), 1);
      await credentials.issueLink('bob', memberOf('bob'), 1);
      await credentials.issueLink('eve', memberOf('eve', 'meeting-2'), 1);
      await credentials.issueLink('convener', convener, 1);
      await credentials.exchangeLink('ann', 'ann-session', 2);
      const members = (await credentials.holders('meeting-1')).flatMap((holder) =>
        holder.kind === 'member' ? [holder.member] : [],
      );
      expect(members.toSorted()).toEqual(['ann', 'bob']);
      expect(await credentials.holders('nowhere')).toEqual([]);
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
