import type { Id, MeetingTime, WallTime } from '@track2/shared';
import { type Head, judgeAppend, requireSoundAppend } from './fence.ts';
import { holderKey } from './holder.ts';
import type { Catalog, Credentials, Holder, MeetingLog } from './ports.ts';
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

/** Links and sessions that end with the process. */
export function memoryCredentials(): Credentials {
  const links = new Map<string, { holder: Holder; status: 'live' | 'used' }>();
  const sessions = new Map<string, { holder: Holder }>();

  return {
    async issueLink(hash, holder) {
      for (const held of [links, sessions]) {
        for (const [other, { holder: owner }] of held) if (holderKey(owner) === holderKey(holder)) held.delete(other);
      }
      if (links.has(hash)) throw new Error('this link belongs to another holder');
      links.set(hash, { holder: { ...holder }, status: 'live' });
    },
    async exchangeLink(linkHash, sessionHash) {
      const link = links.get(linkHash);
      if (!link) return { outcome: 'unknown' };
      if (link.status === 'used') return { outcome: 'used', holder: { ...link.holder } };
      link.status = 'used';
      sessions.set(sessionHash, { holder: link.holder });
      return { outcome: 'exchanged', holder: { ...link.holder } };
    },
    async session(sessionHash) {
      const session = sessions.get(sessionHash);
      return session ? { ...session.holder } : null;
    },
    async holders(meeting) {
      const live = [...[...links.values()].filter(({ status }) => status === 'live'), ...sessions.values()];
      const ofMeeting = live.flatMap(({ holder }) =>
        holder.kind === 'member' && holder.meeting === meeting ? [[holderKey(holder), { ...holder }] as const] : [],
      );
      return [...new Map(ofMeeting).values()];
    },
  };
}
