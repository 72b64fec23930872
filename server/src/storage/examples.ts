import { randomUUID } from 'node:crypto';
import type { Id } from '@track2/shared';
import type { Append, LogEntry, Storage, StoredReply } from './ports.ts';

/** A meeting that no other test knows, with its key. */
export async function newMeeting(storage: Storage): Promise<Id> {
  const meeting = `m-${randomUUID()}`;
  await storage.keys.create(meeting);
  return meeting;
}

/** An entry with a text in it, so that the codec has work too. */
export const entryOf = (seq: number, epoch = 1, text = `topic ${seq}`): LogEntry => ({
  seq,
  epoch,
  at: seq * 10.5,
  wall: 1_590_658_200_000 + seq,
  by: seq % 2 === 0 ? null : 'member-1',
  events: [
    {
      type: 'speakers.floorRequested',
      entry: `entry-${seq}`,
      item: 'item-1',
      seat: 'seat-1',
      kind: 'intervention',
      topic: { text },
      category: null,
      turn: null,
      before: null,
      at: seq * 10.5,
    },
    { type: 'speakers.listClosed', item: 'item-1' },
  ],
});

/** The kept answer to an applied command. */
export const replyOf = (commandId: string, seq: number): StoredReply => ({
  member: 'member-1',
  commandId,
  payloadHash: 'hash',
  ack: { outcome: 'applied', seq },
});

/** The kept answer to a refused command. */
export const refusalOf = (commandId: string): StoredReply => ({
  ...replyOf(commandId, 0),
  ack: { outcome: 'refused', refusal: { code: 'role.required', roles: ['chair', 'moderator'] } },
});

/** The append of entry `seq` of `epoch` by a writer that knows all before it. */
export const appendOf = (seq: number, epoch = 1, reply: StoredReply | null = null): Append => ({
  epoch,
  expectedSeq: seq - 1,
  entry: entryOf(seq, epoch),
  reply,
  at: seq * 10.5,
});

/** The append of a refusal alone by a writer that knows all before `seq`. */
export const refusalAppendOf = (seq: number, commandId: string): Append => ({
  ...appendOf(seq),
  entry: null,
  reply: refusalOf(commandId),
});
