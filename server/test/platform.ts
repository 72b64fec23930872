import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { type AppOptions, createApp } from '../src/app.ts';
import { standardLimits } from '../src/documents/limits.ts';
import type { Equipment } from '../src/equipment/equipment.ts';
import { issueLink } from '../src/identity/links.ts';
import type { MediaPlane } from '../src/media/mediaPlane.ts';
import { loadMeeting } from '../src/meeting/loadMeeting.ts';
import { machineClocks } from '../src/meeting/meetingClock.ts';
import { parseMeetingFile } from '../src/meeting/meetingFile.ts';
import { openStorage } from '../src/storage/open.ts';
import type { Storage } from '../src/storage/ports.ts';
import { Person } from './person.ts';

const exampleFile = fileURLToPath(new URL('../../examples/2020-05-28-regional-dimensions.json', import.meta.url));

/** A media plane without media, for scenarios about the meeting alone. */
export const noMedia: MediaPlane = {
  attach() {},
  detach() {},
  request: () => Promise.resolve({ ok: false, code: 'media.unavailable' }),
  cut: () => Promise.resolve(),
  reconcile() {},
  close: () => Promise.resolve(),
};

/** An equipment test without media, for the same. */
export const noEquipment: Equipment = {
  request: () => Promise.resolve({ ok: false, code: 'check.unavailable' }),
  leave() {},
  close() {},
};

/** A server on a free port of the loopback, with the example meeting in its store. */
export type Platform = {
  url: string;
  storage: Storage;
  /** The personal links by seat name; an aide's is the seat's name with `+aide`. */
  links: ReadonlyMap<string, string>;
  open(seat: string): Promise<Person>;
  close(): Promise<void>;
};

/** Starts a server. With a `storage` that holds a meeting already, it goes on with that one. */
export async function startPlatform(
  parts: Partial<AppOptions> & { links?: ReadonlyMap<string, string>; port?: number } = {},
): Promise<Platform> {
  const storage = parts.storage ?? (await openStorage({ kind: 'memory' }));
  const links = parts.links ?? (await loadExample(storage));
  const origins: string[] = [];
  const app = await createApp({
    config: { origins, publicUrl: 'http://localhost:3000', tls: null, trustedProxies: [], documents: standardLimits },
    logger: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    clocks: machineClocks,
    openMedia: () => Promise.resolve(noMedia),
    equipment: noEquipment,
    mediaReady: () => true,
    ...parts,
    storage,
  });
  await app.listen({ host: '127.0.0.1', port: parts.port ?? 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  origins.push(url, url.replace('127.0.0.1', 'localhost'));
  return {
    url,
    storage,
    links,
    open(seat) {
      const link = links.get(seat);
      if (link === undefined) throw new Error(`no seat ${seat}`);
      return Person.open(url, link);
    },
    close: () => app.close(),
  };
}

async function loadExample(storage: Storage): Promise<Map<string, string>> {
  const file = parseMeetingFile(readFileSync(exampleFile, 'utf8'), 'example');
  const wall = Date.now();
  const { seats } = await loadMeeting(storage, file, { startsAt: wall, wall });
  const links = new Map<string, string>();
  for (const { seat, holder } of seats) {
    const name = links.has(seat) ? `${seat}+aide` : seat;
    links.set(name, await issueLink(storage.credentials, { publicUrl: '', holder, wall }));
  }
  return links;
}
