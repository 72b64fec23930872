import { describe, expect, it } from 'vitest';
import type { Holder } from './ports.ts';
import { type OpenStand, standOf } from './stand.ts';

const memberOf = (member: string, meeting = 'meeting-1'): Holder => ({
  kind: 'member',
  meeting,
  member,
});

/** What any place of links and sessions must do. */
export function credentialsContract(name: string, open: OpenStand): void {
  describe(`the credentials in ${name}`, () => {
    const stand = standOf(open);
    const convener: Holder = { kind: 'convener', convener: 'first' };

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
      await credentials.issueLink('ann-3', memberOf('ann'), 5);
      expect(await credentials.exchangeLink('ann-2', 'x', 6)).toEqual({ outcome: 'unknown' });
      expect(await credentials.session('bob-session')).toEqual(memberOf('bob'));
      expect(await credentials.exchangeLink('ann-elsewhere', 'e', 7)).toMatchObject({ outcome: 'exchanged' });
      expect(await credentials.exchangeLink('convener-1', 'c', 7)).toEqual({ outcome: 'exchanged', holder: convener });
    });

    it('keeps one link for each convener', async () => {
      const { credentials } = stand.storage;
      await credentials.issueLink('old', convener, 1);
      await credentials.exchangeLink('old', 'session', 2);
      await credentials.issueLink('another’s', { kind: 'convener', convener: 'second' }, 3);
      expect(await credentials.session('session')).toEqual(convener);
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

    it('exchanges a used link again where that was allowed, and the first session goes on', async () => {
      const { credentials } = stand.storage;
      await credentials.issueLink('link', memberOf('ann'), 1);
      expect(await credentials.exchangeAgain('link', 'too-early', 2)).toBe(false);
      expect(await credentials.exchangeAgain('never', 'x', 2)).toBe(false);
      await credentials.exchangeLink('link', 'session', 2);
      expect(await credentials.exchangeAgain('link', 'session-2', 3)).toBe(true);
      for (const session of ['session', 'session-2'])
        expect(await credentials.session(session)).toEqual(memberOf('ann'));
      expect(await credentials.session('too-early')).toBeNull();
      await credentials.issueLink('link-2', memberOf('ann'), 4);
      for (const session of ['session', 'session-2']) expect(await credentials.session(session)).toBeNull();
    });

    it('tells when a link was issued and opened, by meeting, and of the conveners', async () => {
      const { credentials } = stand.storage;
      await credentials.issueLink('ann', memberOf('ann'), 1);
      await credentials.issueLink('bob', memberOf('bob'), 2);
      await credentials.issueLink('eve', memberOf('eve', 'meeting-2'), 3);
      await credentials.issueLink('convener', convener, 4);
      await credentials.exchangeLink('ann', 'session', 5);
      await credentials.exchangeAgain('ann', 'session-2', 6);
      const links = await credentials.links('meeting-1');
      expect(links.toSorted((a, b) => a.issuedAt - b.issuedAt)).toEqual([
        { holder: memberOf('ann'), issuedAt: 1, openedAt: 5 },
        { holder: memberOf('bob'), issuedAt: 2, openedAt: null },
      ]);
      expect(await credentials.links(null)).toEqual([{ holder: convener, issuedAt: 4, openedAt: null }]);
      expect(await credentials.links('nowhere')).toEqual([]);
    });

    it('ends all that one holder has, and nobody else’s', async () => {
      const { credentials } = stand.storage;
      await credentials.issueLink('ann', memberOf('ann'), 1);
      await credentials.issueLink('bob', memberOf('bob'), 1);
      await credentials.issueLink('ann-elsewhere', memberOf('ann', 'meeting-2'), 1);
      await credentials.exchangeLink('ann', 'session', 2);
      await credentials.exchangeAgain('ann', 'session-2', 2);
      await credentials.end(memberOf('ann'));
      await credentials.end(memberOf('nobody'));
      for (const session of ['session', 'session-2']) expect(await credentials.session(session)).toBeNull();
      expect(await credentials.exchangeLink('ann', 'x', 3)).toEqual({ outcome: 'unknown' });
      expect(await credentials.exchangeAgain('ann', 'x', 3)).toBe(false);
      expect(await credentials.exchangeLink('bob', 'b', 3)).toMatchObject({ outcome: 'exchanged' });
      expect(await credentials.exchangeLink('ann-elsewhere', 'e', 3)).toMatchObject({ outcome: 'exchanged' });
    });
  });
}
