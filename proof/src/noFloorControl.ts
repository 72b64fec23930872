import type { Grant, MediaGrant, MediaRequest } from '@track2/shared';
import type { Break } from './platform.ts';

const forEver: Grant = { id: 'always', audience: 'room' };
const everything: MediaGrant = { microphone: forEver, camera: forEver, screen: forEver };

/** Takes any intent for one that counts. */
const believed = (request: MediaRequest): MediaRequest =>
  request.method === 'intent' ? { ...request, grant: forEver.id } : request;

/** The planted bug of R18: media that knows of no floor. Whoever has once spoken is heard from then on. */
export const noFloorControl: Break = (open) => async (options) => {
  const rights = { grant: () => everything, hears: () => ['room'] as const };
  const plane = await open({ ...options, rights });
  return {
    attach: (member, connection) => plane.attach(member, connection),
    detach: (member, connection) => plane.detach(member, connection),
    request: (member, connection, request) => plane.request(member, connection, believed(request)),
    cut: () => Promise.resolve(),
    reconcile: () => plane.reconcile(),
    close: () => plane.close(),
  };
};
