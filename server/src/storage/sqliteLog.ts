import type { DatabaseSync } from 'node:sqlite';
import type { Id } from '@track2/shared';
import { judgeAppend, requireSoundAppend } from './fence.ts';
import type { Append, AppendResult, LogEntry, MeetingLog, StoredReply } from './ports.ts';
import { readEntry, readReply } from './records.ts';
import { inTransaction, isTaken } from './sqlite.ts';

type Row = Record<string, unknown>;

const readRow = ({ actor, events, ...row }: Row): LogEntry =>
  readEntry({ ...row, by: actor, events: JSON.parse(String(events)) });

function prepare(db: DatabaseSync) {
  return {
    head: db.prepare(`
      SELECT epoch, at, (SELECT coalesce(max(seq), 0) FROM entry WHERE entry.meeting = head.meeting) AS seq
      FROM head WHERE meeting = ?`),
    entries: db.prepare(`
      SELECT seq, epoch, at, wall, actor, events FROM entry WHERE meeting = ? AND seq > ? ORDER BY seq`),
    addEntry: db.prepare(`
      INSERT INTO entry (meeting, seq, epoch, at, wall, actor, events) VALUES (?, ?, ?, ?, ?, ?, ?)`),
    reply: db.prepare(`
      SELECT member, commandId, payloadHash, ack FROM reply WHERE meeting = ? AND member = ? AND commandId = ?`),
    addReply: db.prepare(`
      INSERT INTO reply (meeting, member, commandId, payloadHash, ack) VALUES (?, ?, ?, ?, ?)`),
    setHead: db.prepare(`
      INSERT INTO head (meeting, epoch, at) VALUES (?, ?, ?)
      ON CONFLICT (meeting) DO UPDATE SET epoch = excluded.epoch, at = max(at, excluded.at)`),
    setClock: db.prepare('UPDATE head SET at = max(at, ?) WHERE meeting = ? AND epoch = ?'),
  };
}

/** The log in the database of this node. Closing it does nothing: the database belongs to whoever opened it. */
export function sqliteLog(db: DatabaseSync): MeetingLog {
  const sql = prepare(db);

  const headOf = (meeting: Id) => {
    const row = sql.head.get(meeting);
    return { epoch: Number(row?.epoch ?? 0), seq: Number(row?.seq ?? 0), at: Number(row?.at ?? 0) };
  };

  const addEntry = (meeting: Id, { seq, epoch, at, wall, by, events }: LogEntry): unknown =>
    sql.addEntry.run(meeting, seq, epoch, at, wall, by, JSON.stringify(events));

  const addReply = (meeting: Id, { member, commandId, payloadHash, ack }: StoredReply): unknown =>
    sql.addReply.run(meeting, member, commandId, payloadHash, JSON.stringify(ack));

  const write = (meeting: Id, append: Append): AppendResult => {
    const judgement = judgeAppend(headOf(meeting), append);
    if (judgement !== 'appended') return judgement;
    if (append.reply) addReply(meeting, append.reply);
    if (append.entry) addEntry(meeting, append.entry);
    sql.setHead.run(meeting, append.epoch, append.at);
    return 'appended';
  };

  return {
    async load(meeting, afterSeq = 0) {
      const { at, epoch } = headOf(meeting);
      return { entries: sql.entries.all(meeting, afterSeq).map(readRow), at, epoch };
    },
    async append(meeting, append) {
      requireSoundAppend(append);
      try {
        return inTransaction(db, () => write(meeting, append));
      } catch (error) {
        // The primary keys of replies and entries decide: this command or this sequence is there already.
        if (isTaken(error)) return 'conflict';
        throw error;
      }
    },
    async reply(meeting, member, commandId) {
      const row = sql.reply.get(meeting, member, commandId);
      return row ? readReply({ ...row, ack: JSON.parse(String(row.ack)) }) : null;
    },
    async saveClock(meeting, epoch, at) {
      inTransaction(db, () => sql.setClock.run(at, meeting, epoch));
    },
    async close() {},
  };
}
