import { Readable } from 'node:stream';
import { type HttpRefusal, Id, type UploadReply, UploadRequest } from '@track2/shared';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { UploadRefused } from '../documents/arrival.ts';
import { Intake } from '../documents/intake.ts';
import type { DocumentLimits } from '../documents/limits.ts';
import type { MeetingHost } from '../meeting/meetingHost.ts';
import type { Meetings } from '../meeting/meetings.ts';
import type { Credentials, Documents } from '../storage/ports.ts';
import { memberCookie, sessionOf } from './session.ts';

export type DocumentsOptions = {
  meetings: Meetings;
  credentials: Credentials;
  documents: Documents;
  limits: DocumentLimits;
  monotonic: () => number;
};

/** A browser reads an answer only when it has sent all: for so long what still comes is taken and dropped. */
const DROP_MS = 10_000;

const Announced = z.coerce.number().int().nonnegative();
const DownloadRequest = z.object({ member: Id });
const Address = z.object({ document: Id });

const statuses: Partial<Record<UploadRefused['refusal']['code'], number>> = {
  'enter.sessionGone': 401,
  'http.notFound': 404,
  'documents.badRequest': 400,
  'documents.brokenOff': 408,
  'documents.tooLarge': 413,
  'documents.tooOften': 429,
  'documents.notAPdf': 422,
  'documents.corrupt': 422,
  'documents.passwordProtected': 422,
  'documents.tooManyPages': 422,
  'documents.tooLong': 422,
};
/** What the meeting itself refuses. */
const CONFLICT = 409;

const refuse = (reply: FastifyReply, refusal: UploadRefused['refusal']): FastifyReply =>
  reply.code(statuses[refusal.code] ?? CONFLICT).send(refusal);

/**
 * `POST /api/documents` takes a PDF onto an item of the agenda, `GET /api/documents/ID` gives it to whoever may see it:
 * a document that is not there, of another meeting or not yet to be seen all answer alike.
 */
export function serveDocuments(app: FastifyInstance, options: DocumentsOptions): void {
  const { documents, limits, monotonic } = options;
  const intake = new Intake({ documents, limits, monotonic });
  void app.register(async (routes) => {
    // The body stays a stream, whatever it calls itself: it is looked into, not believed.
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('*', (_, body, done) => done(null, body));
    routes.post('/api/documents', async (request, reply) => {
      try {
        return await reply.code(201).send(await upload(request, intake, options));
      } catch (error) {
        if (!(error instanceof UploadRefused)) throw error;
        return await refuse(reply, error.refusal);
      } finally {
        dropRest(request);
      }
    });
    routes.get('/api/documents/:document', { exposeHeadRoute: false }, (request, reply) =>
      download(request, reply, options),
    );
  });
}

/** Whose request it is, and the meeting, by the session of the member that it names. */
async function hostedBy(
  request: FastifyRequest,
  member: Id,
  { meetings, credentials }: DocumentsOptions,
): Promise<MeetingHost | HttpRefusal> {
  const entered = await sessionOf(credentials, request, memberCookie(member));
  if (entered?.holder.kind !== 'member') return { code: 'enter.sessionGone' };
  return meetings.find(entered.holder.meeting) ?? { code: 'http.notFound' };
}

async function upload(request: FastifyRequest, intake: Intake, options: DocumentsOptions): Promise<UploadReply> {
  const asked = UploadRequest.safeParse(request.query);
  const name = decoded(request.headers['x-document-name']);
  if (!asked.success || name === null) throw new UploadRefused({ code: 'documents.badRequest' });
  const host = await hostedBy(request, asked.data.member, options);
  if ('code' in host) throw new UploadRefused(host);
  const announced = Announced.safeParse(request.headers['content-length']);
  const announcedBytes = announced.success ? announced.data : null;
  return { document: await intake.receive(host, { ...asked.data, name, announcedBytes, body: request.raw }) };
}

function decoded(header: string | string[] | undefined): string | null {
  try {
    return typeof header === 'string' ? decodeURIComponent(header) : null;
  } catch {
    // Not percent-encoded: not what our client sends.
    return null;
  }
}

/** Lets the sender come to the end of its sending, and so to the answer; then the connection is cut. */
function dropRest({ raw }: FastifyRequest): void {
  if (raw.complete || raw.destroyed) return;
  const clock = setTimeout(() => raw.destroy(), DROP_MS);
  raw.once('close', () => clearTimeout(clock));
  raw.resume();
}

async function download(
  request: FastifyRequest,
  reply: FastifyReply,
  options: DocumentsOptions,
): Promise<FastifyReply> {
  const who = DownloadRequest.safeParse(request.query);
  const what = Address.safeParse(request.params);
  if (!who.success || !what.success) return refuse(reply, { code: 'http.notFound' });
  const { member } = who.data;
  const host = await hostedBy(request, member, options);
  if ('code' in host) return refuse(reply, host);
  const seen = host.viewOf(member).documents.documents.find(({ id }) => id === what.data.document);
  const content = seen && (await options.documents.get(host.meeting, seen.id));
  if (!seen || !content) return refuse(reply, { code: 'http.notFound' });
  return reply
    .headers({
      'content-type': 'application/pdf',
      'content-length': seen.bytes,
      // A stranger's file, opened by its address, is a download: it is shown by the client alone.
      'content-disposition': 'attachment; filename="document.pdf"',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    })
    .send(Readable.from(content));
}
