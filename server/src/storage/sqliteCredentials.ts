import type { DatabaseSync } from 'node:sqlite';
import { WallTime } from '@track2/shared';
import { holderKey } from './holder.ts';
import type { Credentials, Holder } from './ports.ts';
import { readHolder } from './records.ts';
import { inTransaction } from './sqlite.ts';

function prepare(db: DatabaseSync) {
  return {
    endLinks: db.prepare('DELETE FROM link WHERE holderKey = ?'),
    endSessions: db.prepare('DELETE FROM session WHERE holderKey = ?'),
    addLink: db.prepare('INSERT INTO link (hash, holderKey, meeting, holder, issuedAt) VALUES (?, ?, ?, ?, ?)'),
    link: db.prepare('SELECT holder, exchangedAt FROM link WHERE hash = ?'),
    useLink: db.prepare('UPDATE link SET exchangedAt = ? WHERE hash = ?'),
    linksOf: db.prepare('SELECT holder, issuedAt, exchangedAt FROM link WHERE meeting IS ?'),
    addSession: db.prepare('INSERT INTO session (hash, holderKey, meeting, holder, startedAt) VALUES (?, ?, ?, ?, ?)'),
    session: db.prepare('SELECT holder FROM session WHERE hash = ?'),
    holders: db.prepare(`
      SELECT holder FROM link WHERE meeting = ?1 AND exchangedAt IS NULL
      UNION SELECT holder FROM session WHERE meeting = ?1`),
  };
}

const meetingOf = (holder: Holder): string | null => (holder.kind === 'member' ? holder.meeting : null);
const stored = (json: unknown): Holder => readHolder(JSON.parse(String(json)));

/** Links and sessions in the database of this node. */
export function sqliteCredentials(db: DatabaseSync): Credentials {
  const sql = prepare(db);
  const endAll = (owner: string): void => {
    sql.endLinks.run(owner);
    sql.endSessions.run(owner);
  };
  const addSession = (hash: string, holder: Holder, at: number): void => {
    sql.addSession.run(hash, holderKey(holder), meetingOf(holder), JSON.stringify(holder), at);
  };
  return {
    async issueLink(hash, holder, at) {
      const owner = holderKey(holder);
      inTransaction(db, () => {
        endAll(owner);
        sql.addLink.run(hash, owner, meetingOf(holder), JSON.stringify(holder), at);
      });
    },
    async exchangeLink(linkHash, sessionHash, at) {
      return inTransaction(db, () => {
        const link = sql.link.get(linkHash);
        if (!link) return { outcome: 'unknown' };
        const holder = stored(link.holder);
        if (link.exchangedAt !== null) return { outcome: 'used', holder };
        sql.useLink.run(at, linkHash);
        addSession(sessionHash, holder, at);
        return { outcome: 'exchanged', holder };
      });
    },
    async exchangeAgain(linkHash, sessionHash, at) {
      return inTransaction(db, () => {
        const link = sql.link.get(linkHash);
        if (!link || link.exchangedAt === null) return false;
        addSession(sessionHash, stored(link.holder), at);
        return true;
      });
    },
    async session(sessionHash) {
      const session = sql.session.get(sessionHash);
      return session ? stored(session.holder) : null;
    },
    async holders(meeting) {
      return sql.holders.all(meeting).map((row) => stored(row.holder));
    },
    async links(meeting) {
      return sql.linksOf.all(meeting).map(({ holder, issuedAt, exchangedAt }) => ({
        holder: stored(holder),
        issuedAt: WallTime.parse(issuedAt),
        openedAt: exchangedAt === null ? null : WallTime.parse(exchangedAt),
      }));
    },
    async end(holder) {
      inTransaction(db, () => endAll(holderKey(holder)));
    },
  };
}
