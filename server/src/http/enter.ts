import type { CookieSerializeOptions } from '@fastify/cookie';
import {
  type ConvenerEntry,
  EnterRequest,
  type HttpRefusal,
  type MeetingFace,
  memberById,
  type SeatEntry,
  seatById,
  type UploadLimits,
} from '@track2/shared';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hashOf, newSecret } from '../identity/secrets.ts';
import type { Tickets } from '../identity/tickets.ts';
import type { HostedMeeting, Meetings } from '../meeting/meetings.ts';
import type { Credentials, Holder } from '../storage/ports.ts';
import { CONVENER_COOKIE, cookieOf, type Entered, memberCookie, sessionOf } from './session.ts';

export type EnterOptions = {
  meetings: Meetings;
  credentials: Credentials;
  tickets: Tickets;
  publicUrl: string;
  uploads: UploadLimits;
  wall(): number;
};

const FOURTEEN_DAYS_S = 14 * 24 * 3600;

const sameHolder = (a: Holder, b: Holder): boolean => cookieOf(a) === cookieOf(b);

const refuse = (reply: FastifyReply, status: number, code: HttpRefusal['code']): FastifyReply =>
  reply.code(status).send({ code } satisfies HttpRefusal);

/**
 * `POST /api/enter`: a link's secret is exchanged once for a session in a cookie that no script can read; the
 * session is then good for one-use tickets, one for each socket.
 */
export function serveEnter(app: FastifyInstance, options: EnterOptions): void {
  const { meetings, credentials, tickets, publicUrl, uploads } = options;
  const cookie: CookieSerializeOptions = {
    httpOnly: true,
    sameSite: 'strict',
    secure: publicUrl.startsWith('https:'),
    path: '/api',
    maxAge: FOURTEEN_DAYS_S,
  };

  async function byLink(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
  ): Promise<Entered | 'used' | null> {
    const session = newSecret();
    const exchange = await credentials.exchangeLink(hashOf(secret), hashOf(session), options.wall());
    if (exchange.outcome === 'unknown') return null;
    if (exchange.outcome === 'used') {
      // Opened again in the browser that holds its session, a link goes on with it.
      const own = await sessionOf(credentials, request, cookieOf(exchange.holder));
      return own !== null && sameHolder(own.holder, exchange.holder) ? own : 'used';
    }
    reply.setCookie(cookieOf(exchange.holder), session, cookie);
    return { holder: exchange.holder, sessionHash: hashOf(session) };
  }

  app.post('/api/enter', async (request, reply) => {
    const parsed = EnterRequest.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 400, 'enter.badRequest');
    const wanted = parsed.data;
    let entered: Entered | null;
    if ('secret' in wanted) {
      const outcome = await byLink(request, reply, wanted.secret);
      if (outcome === 'used') return refuse(reply, 409, 'enter.linkUsed');
      if (outcome === null) return refuse(reply, 404, 'enter.linkUnknown');
      entered = outcome;
    } else {
      entered = await sessionOf(
        credentials,
        request,
        'member' in wanted ? memberCookie(wanted.member) : CONVENER_COOKIE,
      );
      if (entered === null) return refuse(reply, 401, 'enter.sessionGone');
    }
    const { holder, sessionHash } = entered;
    if (holder.kind === 'convener') return { kind: 'convener', meetings: facesOf(meetings) } satisfies ConvenerEntry;
    const hosted = meetings.find(holder.meeting);
    const answer = hosted === undefined ? null : seatEntry(hosted, holder.member);
    if (answer === null) return refuse(reply, 404, 'enter.linkUnknown');
    const ticket = tickets.issue({ meeting: holder.meeting, member: holder.member, sessionHash });
    // One node: the home is where the person is already.
    return { ...answer, home: request.headers.origin ?? publicUrl, ticket, uploads } satisfies SeatEntry;
  });
}

function faceOf({ host, words }: HostedMeeting): MeetingFace {
  const { startsAt, timeZone } = host.session;
  return { id: host.meeting, title: words.title, hosts: words.hosts, startsAt, timeZone, rule: words.rule };
}

const facesOf = (meetings: Meetings): ConvenerEntry['meetings'] =>
  meetings.all().map((hosted) => ({ ...faceOf(hosted), status: hosted.host.session.status }));

function seatEntry(hosted: HostedMeeting, id: string): Pick<SeatEntry, 'kind' | 'you' | 'meeting'> | null {
  const view = hosted.host.viewOf(id);
  const member = memberById(view, id);
  const seat = member === undefined ? undefined : seatById(view, member.seat);
  const person = hosted.words.members[id];
  if (member === undefined || seat === undefined || person === undefined) return null;
  const delegation = seat.delegation === null ? null : (hosted.words.delegations[seat.delegation] ?? null);
  const { name, office } = person;
  const you = { member: id, seat: seat.id, kind: member.kind, role: seat.role, name, office, delegation };
  return { kind: 'seat', you, meeting: faceOf(hosted) };
}
