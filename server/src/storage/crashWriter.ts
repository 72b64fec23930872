import { writeSync } from 'node:fs';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { appendOf, replyOf } from './examples.ts';
import { openStorage } from './open.ts';
import type { MeetingLog } from './ports.ts';

// Run as a process by crash.test.ts, which kills it: appends as fast as it can and prints each sequence once it is
// acknowledged.

/** Planted bug: says that it is done before it is. */
const ackBeforeCommit = (log: MeetingLog): MeetingLog => ({
  ...log,
  async append(meeting, append) {
    void setTimeout(20).then(() => log.append(meeting, append));
    return 'appended';
  },
});

const [dataDir = '', masterKey = '', meeting = '', kind = ''] = process.argv.slice(2);
const storage = await openStorage({ kind: 'sqlite', dataDir, masterKey: Buffer.from(masterKey, 'hex') });
const log = kind === 'planted' ? ackBeforeCommit(storage.log) : storage.log;
const loaded = await log.load(meeting);
const epoch = loaded.epoch + 1;
for (let seq = loaded.entries.length + 1; ; seq += 1) {
  const result = await log.append(meeting, appendOf(seq, epoch, replyOf(`command-${seq}`, seq)));
  if (result !== 'appended') throw new Error(`the only writer got ${result}`);
  writeSync(1, `${seq}\n`);
  // Lets the planted writer's timers run; the kill strikes between and inside appends alike.
  await setImmediate();
}
