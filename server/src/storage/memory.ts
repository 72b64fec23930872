import type { Id, MeetingTime, WallTime } from '@track2/shared';
import type { DeskPage, SealedPagesStore } from './deskBook.ts';
import { type Head, judgeAppend, requireSoundAppend } from './fence.ts';
import { holderKey, isSameHolder } from './holder.ts';
import type { Catalog, Credentials, Holder, IssuedLink, MeetingLog } from './ports.ts';
import { readEntry, readReply, replyKey } from './records.ts';
import type { SealedWordsStore } from './vault.ts';

/** One meeting: entries and replies as the text that another store would write, so that nothing is shared by reference. */
type Kept = { head: Head; at: MeetingTime; entries: string[]; replies: Map<string, string> };

/** A log that ends with the process. */
export function memoryLog(): MeetingLog {
  const meetings = new Map<Id, Kept>();

  return {
    async load(meeting, afterSeq = 0) {
      const kept = meetings.get(meeting);
      if (!kept) return { entries: [], at: 0, epoch: 0 };
      const entries = kept.entries.slice(afterSeq).map((entry) => readEntry(JSON.parse(entry)));
      return { entries, at: kept.at, epoch: kept.head.epoch };
    },
    async append(meeting, append) {
      requireSoundAppend(append);
      const { epoch, entry, reply, at } = append;
      const kept: Kept = meetings.get(meeting) ?? {
        head: { epoch: 0, seq: 0 },
        at: 0,
        entries: [],
        replies: new Map(),
      };
      const judgement = judgeAppend(kept.head, append);
      if (judgement !== 'appended') return judgement;
      const key = reply && replyKey(reply.member, reply.commandId);
      if (key !== null && kept.replies.has(key)) return 'conflict';

      if (entry) kept.entries.push(JSON.stringify(entry));
      if (key !== null) kept.replies.set(key, JSON.stringify(reply));
      kept.head = { epoch, seq: kept.entries.length };
      kept.at = Math.max(kept.at, at);
      meetings.set(meeting, kept);
      return 'appended';
    },
    async reply(meeting, member, commandId) {
      const stored = meetings.get(meeting)?.replies.get(replyKey(member, commandId));
      return stored === undefined ? null : readReply(JSON.parse(stored));
    },
    async saveClock(meeting, epoch, at) {
      const kept = meetings.get(meeting);
      if (kept?.head.epoch === epoch) kept.at = Math.max(kept.at, at);
    },
    async close() {},
  };
}

/** The place of the encrypted words in memory. */
export function memoryWords(): SealedWordsStore {
  const words = new Map<Id, Buffer>();
  return {
    put(meeting, sealed) {
      words.set(meeting, sealed);
    },
    get: (meeting) => words.get(meeting) ?? null,
  };
}

/** A catalogue that ends with the process. */
export function memoryCatalog(): Catalog {
  const meetings = new Map<Id, { id: Id; createdAt: WallTime }>();
  return {
    async add(meeting) {
      if (meetings.has(meeting.id)) return false;
      meetings.set(meeting.id, { ...meeting });
      return true;
    },
    async meetings() {
      return [...meetings.values()].map((meeting) => ({ ...meeting }));
    },
  };
}

/** The place of the desk's encrypted pages in memory. */
export function memoryPages(): SealedPagesStore {
  const pages = { series: new Map<Id, Buffer>(), convener: new Map<Id, Buffer>(), meeting: new Map<Id, Buffer>() };
  const of = (page: DeskPage): Map<Id, Buffer> => pages[page];
  return {
    put(page, id, sealed) {
      of(page).set(id, sealed);
    },
    get: (page, id) => of(page).get(id) ?? null,
    ids: (page) => [...of(page).keys()],
    delete(page, id) {
      of(page).delete(id);
    },
  };
}

/** Links and sessions that end with the process. */
export function memoryCredentials(): Credentials {
  const links = new Map<string, IssuedLink>();
  const sessions = new Map<string, { holder: Holder }>();
  const endAll = (holder: Holder): void => {
    for (const held of [links, sessions])
      for (const [hash, { holder: owner }] of held) if (isSameHolder(owner, holder)) held.delete(hash);
  };

  return {
    async issueLink(hash, holder, at) {
      endAll(holder);
      if (links.has(hash)) throw new Error('this link belongs to another holder');
      links.set(hash, { holder: { ...holder }, issuedAt: at, openedAt: null });
    },
    async exchangeLink(linkHash, sessionHash, at) {
      const link = links.get(linkHash);
      if (!link) return { outcome: 'unknown' };
      if (link.openedAt !== null) return { outcome: 'used', holder: { ...link.holder } };
      link.openedAt = at;
      sessions.set(sessionHash, { holder: link.holder });
      return { outcome: 'exchanged', holder: { ...link.holder } };
    },
    async exchangeAgain(linkHash, sessionHash) {
      const link = links.get(linkHash);
      if (!link || link.openedAt === null) return false;
      sessions.set(sessionHash, { holder: link.holder });
      return true;
    },
    async session(sessionHash) {
      const session = sessions.get(sessionHash);
      return session ? { ...session.holder } : null;
    },
    async holders(meeting) {
      const live = [...[...links.values()].filter(({ openedAt }) => openedAt === null), ...sessions.values()];
      const ofMeeting = live.flatMap(({ holder }) =>
        holder.kind === 'member' && holder.meeting === meeting ? [[holderKey(holder), { ...holder }] as const] : [],
      );
      return [...new Map(ofMeeting).values()];
    },
    async links(meeting) {
      return [...links.values()]
        .filter(({ holder }) => (holder.kind === 'member' ? holder.meeting : null) === meeting)
        .map((link) => ({ ...link, holder: { ...link.holder } }));
    },
    async end(holder) {
      endAll(holder);
    },
  };
}
