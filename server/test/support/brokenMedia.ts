import type { Grant, Id, MediaRequest } from '@track2/shared';
import type { MediaPlane, MediaPlaneOptions, MediaRights } from '../../src/media/mediaPlane.ts';
import type { Break } from './mediaPlatform.ts';

type Change = (rights: MediaRights) => MediaRights;

const withRights =
  (changed: () => Change): Break =>
  (open) =>
  async (options: MediaPlaneOptions): Promise<MediaPlane> => {
    const change = changed();
    const plane = await open({ ...options, rights: change(options.rights) });
    return {
      attach: (member, connection) => plane.attach(member, connection),
      detach: (member, connection) => plane.detach(member, connection),
      request: (member, connection, request) => plane.request(member, connection, request),
      cut: (next) => plane.cut(change(next)),
      reconcile: () => plane.reconcile(),
      close: () => plane.close(),
    };
  };

/** Planted bug: whoever is inside hears everything, as if there were no audiences. */
export const noAudiences: Break = withRights(() => (rights) => ({
  grant: (member) => rights.grant(member),
  hears: (member) => (rights.hears(member).length > 0 ? ['room', 'backstage'] : []),
}));

/** Planted bug: whoever has once had leave for a microphone keeps it. */
export const grantsThatStay: Break = withRights(() => {
  const kept = new Map<Id, Grant>();
  return (rights) => ({
    grant(member) {
      const grant = rights.grant(member);
      const microphone = kept.get(member) ?? grant.microphone;
      if (microphone !== null) kept.set(member, microphone);
      return { ...grant, microphone };
    },
    hears: (member) => rights.hears(member),
  });
});

/** Planted bug: who has the floor may show a screen, whether anybody has allowed it or not. */
export const noLeaveForScreens: Break = withRights(() => (rights) => ({
  grant(member) {
    const grant = rights.grant(member);
    return { ...grant, screen: grant.microphone };
  },
  hears: (member) => rights.hears(member),
}));

type Meant = { member: string; connection: string; request: Extract<MediaRequest, { method: 'intent' }> };

/** Planted bug: what a person once meant is taken for meant again as soon as there is leave for it. */
export const intentsThatStay: Break = (open) => async (options) => {
  const plane = await open(options);
  const meant = new Map<string, Meant>();
  return {
    attach: (member, connection) => plane.attach(member, connection),
    detach: (member, connection) => plane.detach(member, connection),
    request(member, connection, request) {
      if (request.method === 'intent' && request.on) meant.set(member, { member, connection, request });
      return plane.request(member, connection, request);
    },
    cut: (next) => plane.cut(next),
    reconcile() {
      plane.reconcile();
      for (const { member, connection, request } of meant.values()) {
        const grant = options.rights.grant(member)[request.source];
        if (grant !== null) void plane.request(member, connection, { ...request, grant: grant.id });
      }
    },
    close: () => plane.close(),
  };
};
