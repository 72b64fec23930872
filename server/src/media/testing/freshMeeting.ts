import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Audience, Grant, Id, MediaGrant, MediaSource } from '@track2/shared';
import type { BaseLogger } from 'pino';
import { pino } from 'pino';
import type { MediaRights } from '../mediaPlane.ts';

export const silentLog: BaseLogger = pino({ level: 'silent' });

/** The worker that `npm start` found or made; tests never build one. */
export function workerBinary(): string | null {
  if (process.env.MEDIASOUP_WORKER_BIN) return process.env.MEDIASOUP_WORKER_BIN;
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'track2', 'mediasoup-worker');
  const entry = readdirSync(cache).findLast((name) => name.startsWith('3.27.1-') && !name.includes('building'));
  return entry ? join(cache, entry, 'mediasoup-worker') : null;
}

type HandGrant = readonly [member: Id, source: MediaSource, id: string, audience?: Audience];

/** Stands for the meeting's rules: rights that a test sets by hand, in the room unless it says otherwise. */
export class HandRights implements MediaRights {
  readonly #grants: ReadonlyMap<string, Grant>;
  readonly #inside: ReadonlyMap<Id, readonly Audience[]>;

  constructor(inside: readonly (Id | readonly [Id, readonly Audience[]])[], grants: readonly HandGrant[] = []) {
    this.#inside = new Map(inside.map((one) => (typeof one === 'string' ? [one, ['room']] : one)));
    this.#grants = new Map(
      grants.map(([member, source, id, audience = 'room']) => [`${member} ${source}`, { id, audience }]),
    );
  }

  grant(member: Id): MediaGrant {
    const of = (source: MediaSource) => this.#grants.get(`${member} ${source}`) ?? null;
    return { microphone: of('microphone'), camera: of('camera'), screen: of('screen') };
  }

  hears(member: Id): readonly Audience[] {
    return this.#inside.get(member) ?? [];
  }
}

/** A state that a test swaps: what the host does for its plane. */
export class Swapped implements MediaRights {
  now: MediaRights;

  constructor(now: MediaRights) {
    this.now = now;
  }

  grant(member: Id): MediaGrant {
    return this.now.grant(member);
  }

  hears(member: Id): readonly Audience[] {
    return this.now.hears(member);
  }
}
