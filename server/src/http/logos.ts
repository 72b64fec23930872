import { Readable } from 'node:stream';
import { type HttpRefusal, Id } from '@track2/shared';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { readLogo } from '../desk/series.ts';
import type { Meetings } from '../meeting/meetings.ts';
import type { Storage } from '../storage/ports.ts';
import { CONVENER_COOKIE, memberCookie, sessionOf } from './session.ts';

export type LogosOptions = { storage: Storage; meetings: Meetings };

const Address = z.object({ series: Id, organisation: Id });
/** `v` is not read: it names another address for another logo. */
const Asked = z.object({ member: z.optional(Id) });

/** Whether a logo of that series is for the eyes of who asks: a convener, or a member of one of its meetings. */
async function maySee(
  request: FastifyRequest,
  series: Id,
  member: Id | undefined,
  { storage, meetings }: LogosOptions,
): Promise<boolean> {
  const cookie = member === undefined ? CONVENER_COOKIE : memberCookie(member);
  const holder = (await sessionOf(storage.credentials, request, cookie))?.holder;
  if (holder === undefined || holder.kind === 'convener') return holder !== undefined;
  if (meetings.find(holder.meeting)?.knows(holder.member) !== true) return false;
  return (await storage.desk.meeting(holder.meeting)).series === series;
}

/** `GET /api/logos/SERIES/ORGANISATION`: one that is not there, and one that is not for who asks, answer alike. */
export function serveLogos(app: FastifyInstance, options: LogosOptions): void {
  app.get('/api/logos/:series/:organisation', async (request, reply) => {
    const address = Address.safeParse(request.params);
    const asked = Asked.safeParse(request.query);
    const isFor =
      address.success && asked.success && (await maySee(request, address.data.series, asked.data.member, options));
    const logo = isFor ? await readLogo(options, address.data.series, address.data.organisation) : null;
    if (logo === null) return reply.code(404).send({ code: 'http.notFound' } satisfies HttpRefusal);
    return reply
      .headers({
        'content-type': logo.type,
        // Opened by its own address it is a document: one in which nothing runs and to which nothing comes.
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'content-disposition': 'attachment; filename="logo"',
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .send(Readable.from(logo.content));
  });
}
