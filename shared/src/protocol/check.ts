import * as z from 'zod/mini';

/** By which way the packets of a test go: straight, or through a connection that a firewall takes for a web page. */
export const CheckProtocol = z.enum(['udp', 'tcp']);
export type CheckProtocol = z.infer<typeof CheckProtocol>;

/** mediasoup's own parameter objects; their inside is checked by mediasoup itself. */
const Opaque = z.record(z.string(), z.unknown());

/** Names what the server has made for this test. */
const Handle = z.string().check(z.maxLength(64));

/**
 * What a client asks of the equipment test: a way to the server and back on a router of its own, apart from every
 * meeting. `open` ends the test before; all of it ends with the socket.
 */
export const CheckRequest = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('open'), protocol: CheckProtocol }),
  z.strictObject({ method: z.literal('connect'), transport: Handle, dtlsParameters: Opaque }),
  z.strictObject({ method: z.literal('produce'), transport: Handle, rtpParameters: Opaque }),
  /** Brings back what this test itself sends. */
  z.strictObject({ method: z.literal('consume'), producer: Handle }),
  z.strictObject({ method: z.literal('close') }),
]);
export type CheckRequest = z.infer<typeof CheckRequest>;

/** One end of a way, as the client has to know it. */
export type CheckTransport = { id: string; iceParameters: object; iceCandidates: object[]; dtlsParameters: object };

/** What a successful request of the test brings. */
export type CheckValue =
  | { method: 'open'; rtpCapabilities: object; send: CheckTransport; receive: CheckTransport }
  | { method: 'produce'; id: string }
  | { method: 'consume'; id: string; producer: string; rtpParameters: object }
  | { method: 'done' };

/** Why the test turns a request away. */
export type CheckRefusal =
  | { code: 'check.malformed' }
  /** The test is over, or never held what is named. */
  | { code: 'check.notOpen' }
  /** As many tests as one person may make; the next one may begin after so long. */
  | { code: 'check.tooOften'; afterSeconds: number }
  /** As many tests at once as the server takes. */
  | { code: 'check.busy' }
  | { code: 'check.unavailable' };

/** The answer to a request of the test; `value` depends on the method. */
export type CheckReply = { ok: true; value: CheckValue } | ({ ok: false } & CheckRefusal);
