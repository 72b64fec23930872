import * as z from 'zod/mini';
import { Id } from '../meeting/words.ts';

/** A track that a client sends. The audio of a shared tab follows the grant of the screen. */
export const TrackSource = z.enum(['microphone', 'camera', 'screen', 'screenAudio']);
export type TrackSource = z.infer<typeof TrackSource>;

/** What an intent can be stated for. */
export const IntentSource = z.enum(['microphone', 'camera', 'screen']);
export type IntentSource = z.infer<typeof IntentSource>;

/** mediasoup's own parameter objects; their inside is checked by mediasoup itself. */
const Opaque = z.record(z.string(), z.unknown());

/** A tile on the viewer's screen: what it shows and how wide it is in device pixels. */
const Tile = z.strictObject({
  member: Id,
  source: z.enum(['camera', 'screen']),
  width: z.int().check(z.nonnegative()),
});

/** What a client asks of the media plane. Taken through the meeting's mailbox; an intent `off` acts at once. */
export const MediaRequest = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('capabilities') }),
  z.strictObject({ method: z.literal('createTransport'), direction: z.enum(['send', 'receive']) }),
  z.strictObject({ method: z.literal('connectTransport'), transport: z.string(), dtlsParameters: Opaque }),
  z.strictObject({ method: z.literal('restartIce'), transport: z.string() }),
  z.strictObject({
    method: z.literal('produce'),
    transport: z.string(),
    source: TrackSource,
    kind: z.enum(['audio', 'video']),
    rtpParameters: Opaque,
  }),
  z.strictObject({ method: z.literal('closeProducer'), producer: z.string() }),
  z.strictObject({ method: z.literal('receive'), rtpCapabilities: Opaque }),
  z.strictObject({ method: z.literal('consumerReady'), consumer: z.string() }),
  z.strictObject({ method: z.literal('view'), tiles: z.array(Tile).check(z.maxLength(100)) }),
  z.strictObject({
    method: z.literal('intent'),
    source: IntentSource,
    on: z.boolean(),
    /** The grant that the person saw; any other ignores the intent. */
    grant: z.string().check(z.maxLength(64)),
  }),
]);
export type MediaRequest = z.infer<typeof MediaRequest>;

/** Why the media plane turns a request away. */
export type MediaRefusalCode =
  | 'media.notInside'
  | 'media.unknownTransport'
  | 'media.unknownProducer'
  | 'media.unknownConsumer'
  | 'media.notGranted'
  | 'media.malformed'
  | 'media.tooMany'
  | 'media.unavailable';

/** The answer to a media request; `value` depends on the method. */
export type MediaReply = { ok: true; value: MediaValue } | { ok: false; code: MediaRefusalCode };

/** What a successful media request brings. */
export type MediaValue =
  | { method: 'capabilities'; rtpCapabilities: object }
  | {
      method: 'createTransport';
      id: string;
      iceParameters: object;
      iceCandidates: object[];
      dtlsParameters: object;
    }
  | { method: 'restartIce'; iceParameters: object }
  | { method: 'produce'; id: string }
  | { method: 'done' };

/** What the media plane tells one client by itself. */
export type MediaPush =
  | {
      kind: 'consumer';
      id: string;
      producer: string;
      member: Id;
      source: TrackSource;
      mediaKind: 'audio' | 'video';
      rtpParameters: object;
    }
  | { kind: 'consumerClosed'; id: string }
  /** Whether each of the own sources is forwarded now: `live = intent && grant`. */
  | { kind: 'own'; live: Record<IntentSource, boolean> }
  /** The worker is gone: make a new device and new transports, keep the captured tracks. */
  | { kind: 'lost' };
