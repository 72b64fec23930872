import { randomInt } from 'node:crypto';
import type { MeetingFile, Role } from '@track2/shared';
import type { Worker } from 'mediasoup/types';
import { type EquipmentOptions, EquipmentTests, openTestRouter } from '../../src/equipment/equipment.ts';
import { issueLink } from '../../src/identity/links.ts';
import type { OpenMediaPlane } from '../../src/media/mediaPlane.ts';
import { MeetingMedia } from '../../src/media/meetingMedia.ts';
import { silentLog, workerBinary } from '../../src/media/testing/freshMeeting.ts';
import { WorkerPool } from '../../src/media/workerPool.ts';
import { loadMeeting } from '../../src/meeting/loadMeeting.ts';
import { openStorage } from '../../src/storage/open.ts';
import { type Platform, startPlatform } from '../platform.ts';

/** A server with real media: one worker, one meeting. Closed by the test. */
export type MediaPlatform = Platform & {
  /** The process id of the media worker that runs now. */
  workerPid(): number;
  /** The media worker that runs now. Its first router is the meeting's. */
  worker(): Worker;
};

// Below the ports that the system gives away by itself, so that a worker finds its port free again after a death.
const portsFrom = 20_000;
const portsUntil = 32_000;
const triesAtMost = 10;

const seats: readonly (readonly [id: string, role: Role, ...aides: string[]])[] = [
  ['chair', 'chair'],
  ['moderator', 'moderator'],
  ['operator', 'operator'],
  ['keynote', 'keynote', 'aide'],
  ['ana', 'participant'],
  ['bob', 'participant'],
  ['cyr', 'participant'],
];

const meetingFile = (policy: MeetingFile['policy']): MeetingFile => ({
  format: 'track2.meeting/1',
  id: 'heard-and-seen',
  title: { en: 'Heard and seen' },
  hosts: { en: 'Nobody' },
  timeZone: 'Europe/Vienna',
  rule: { version: 1, text: { en: 'The rule' } },
  policy,
  delegations: {},
  seats: seats.map(([id, role, ...aides]) => ({
    id,
    role,
    people: [{ name: id }, ...aides.map((name) => ({ name, kind: 'aide' as const }))],
  })),
  agenda: [
    { id: 'talk', type: 'openDiscussion', title: { en: 'Talk' }, minutes: 60, attribution: 'chathamHouse' },
    {
      id: 'speech',
      type: 'keynote',
      title: { en: 'Speech' },
      minutes: 30,
      attribution: 'onRecord',
      cameras: 'all',
      speaker: 'keynote',
    },
  ],
});

/** A deliberately broken part around the media plane: a control, under which a test's own look has to see the bug. */
export type Break = (open: OpenMediaPlane) => OpenMediaPlane;

const unbroken: Break = (open) => open;

/** Starts it with the meeting loaded; `policy` in seconds, shorter than a convener may choose, so that a test is short. */
export async function startMediaPlatform({
  policy,
  breakMedia = unbroken,
  equipment = {},
}: Pick<MeetingFile, 'policy'> & {
  breakMedia?: Break;
  equipment?: Partial<EquipmentOptions>;
} = {}): Promise<MediaPlatform> {
  const storage = await openStorage({ kind: 'memory' });
  const wall = Date.now();
  const { seats: loaded } = await loadMeeting(storage, meetingFile(policy), { startsAt: wall, wall });
  const links = new Map<string, string>();
  for (const { seat, name, holder } of loaded)
    links.set(
      seat === name ? seat : `${seat}+${name}`,
      await issueLink(storage.credentials, { publicUrl: '', holder, wall }),
    );
  const pool = await poolOnAFreePort();
  const platform = await startPlatform({
    storage,
    links,
    openMedia: breakMedia((options) => MeetingMedia.create({ ...options, pool })),
    equipment: new EquipmentTests({ openRouter: openTestRouter(pool), log: silentLog, ...equipment }),
    mediaReady: () => pool.ready,
  });
  return {
    ...platform,
    workerPid: () => pool.pick().running?.worker.pid ?? 0,
    worker() {
      const worker = pool.pick().running?.worker;
      if (worker === undefined) throw new Error('no media worker runs');
      return worker;
    },
    close: async () => {
      await platform.close();
      await pool.close();
      await storage.close();
    },
  };
}

async function poolOnAFreePort(tries = triesAtMost): Promise<WorkerPool> {
  try {
    return await WorkerPool.create({
      workers: 1,
      firstPort: randomInt(portsFrom, portsUntil),
      listenIp: '127.0.0.1',
      announcedAddress: null,
      workerBin: workerBinary(),
      log: silentLog,
    });
  } catch (error) {
    // Somebody else has that port: another is tried.
    if (tries > 1) return poolOnAFreePort(tries - 1);
    throw error;
  }
}
