import type { Audience, Id, MediaGrant, MediaPush, MediaReply, MediaRequest, Pulse } from '@track2/shared';
import type { BaseLogger } from 'pino';

/** Who may send what to whom, and who receives what: two pure functions of one state. */
export type MediaRights = {
  grant(member: Id): MediaGrant;
  hears(member: Id): readonly Audience[];
};

/** What a media plane needs of its meeting. */
export type MediaPlaneOptions = {
  meeting: Id;
  /** Reads the meeting's present state at each call; a turn in progress shows here only once its state is swapped in. */
  rights: MediaRights;
  /** Sends to one connection; the plane calls it for attached connections only. */
  push(connection: string, push: MediaPush): void;
  /** Like `push`, but volatile: may be dropped under load. At most four a second for each connection. */
  pulse(connection: string, pulse: Pulse): void;
  log: BaseLogger;
};

/**
 * The media of one meeting. It follows the meeting's state and never leads it: nothing here makes an event, and
 * whatever a client asks, the plane forwards only what the rights allow. Closed by the meeting's host.
 */
export interface MediaPlane {
  /**
   * A member's socket is there, in the place of an earlier one; transports live on. The client is told what it may
   * have missed: its consumers and what is live, or `lost` when there is nothing here of its media (at first
   * entry too, when it has nothing either and lets that pass).
   */
  attach(member: Id, connection: string): void;
  /** The socket is lost: no more pushes. Closes no transport of somebody who is inside. */
  detach(member: Id, connection: string): void;
  /**
   * Answers a request that the gateway has parsed. May be called at any time, inside a turn too: what is decided
   * between `cut` and `reconcile` has to be allowed by the state before and by the state after. Never rejects.
   */
  request(member: Id, connection: string, request: MediaRequest): Promise<MediaReply>;
  /**
   * Called inside a turn, before the append: stops everything that `next` withholds, and resolves once the worker
   * has confirmed that not one more packet of it leaves, or once the worker that did not confirm in time is dead.
   * Until the next `reconcile`, what `next` withholds stays withheld. Never rejects.
   */
  cut(next: MediaRights): Promise<void>;
  /**
   * Called after each swap of the state and after each failed append: ends the intents whose grant ended, then makes
   * mediasoup agree with the rights. Returns at once.
   */
  reconcile(): void;
  /** Forwards nothing from here on. Idempotent. */
  close(): Promise<void>;
}

/** Opens the media plane of a meeting. `createApp` is given one; a proof gives it a deliberately broken one. */
export type OpenMediaPlane = (options: MediaPlaneOptions) => Promise<MediaPlane>;
