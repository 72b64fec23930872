import type { CookieSerializeOptions } from '@fastify/cookie';
import {
  type EnterReply,
  EnterRequest,
  type HttpRefusal,
  type MeetingFace,
  memberById,
  type SeatEntry,
  seatById,
  type UploadLimits,
} from '@track2/shared';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { organisersOf } from '../desk/series.ts';
import { hashOf, newSecret } from '../identity/secrets.ts';
import type { Tickets } from '../identity/tickets.ts';
import type { RateLimits } from '../limits/rateLimits.ts';
import type { MeetingHost } from '../meeting/meetingHost.ts';
import type { Meetings } from '../meeting/meetings.ts';
import { isSameHolder } from '../storage/holder.ts';
import type { Credentials, DeskBook, Holder } from '../storage/ports.ts';
import { CONVENER_COOKIE, cookieOf, type Entered, memberCookie, sessionOf } from './session.ts';

export type EnterOptions = {
  meetings: Meetings;
  credentials: Credentials;
  desk: DeskBook;
  tickets: Tickets;
  limits: RateLimits;
  publicUrl: string;
  uploads: UploadLimits;
  wall(): number;
};

/** Invitations go out weeks before the meeting. */
const SIXTY_DAYS_S = 60 * 24 * 3600;

type Refused = { status: number; refusal: HttpRefusal };

const refused = (status: number, code: Exclude<HttpRefusal['code'], 'enter.tooOften'>): Refused => ({
  status,
  refusal: { code },
});

const tooOften = (afterSeconds: number): Refused => ({
  status: 429,
  refusal: { code: 'enter.tooOften', afterSeconds },
});

const linkUnknown = refused(404, 'enter.linkUnknown');
const sessionGone = refused(401, 'enter.sessionGone');

const isUnknown = (outcome: Entered | Refused): boolean => outcome === linkUnknown;

function refuse(reply: FastifyReply, { status, refusal }: Refused): FastifyReply {
  if (refusal.code === 'enter.tooOften') reply.header('retry-after', refusal.afterSeconds);
  return reply.code(status).send(refusal);
}

/**
 * `POST /api/enter`: a link's secret is exchanged once for a session in a cookie that no script can read; the
 * session is then good for one-use tickets, one for each socket.
 */
export function serveEnter(app: FastifyInstance, options: EnterOptions): void {
  const { meetings, credentials, tickets, limits, publicUrl, uploads } = options;
  const cookie: CookieSerializeOptions = {
    httpOnly: true,
    sameSite: 'strict',
    secure: publicUrl.startsWith('https:'),
    path: '/api',
    maxAge: SIXTY_DAYS_S,
  };

  /** Whether a link that was used may be used on one more device; if not, that is noted at the door. */
  const mayComeAgain = async (holder: Holder): Promise<boolean> =>
    holder.kind === 'member' && (await meetings.find(holder.meeting)?.linkReused(holder.member)) === true;

  async function byLink(request: FastifyRequest, secret: string): Promise<Entered | Refused> {
    const session = newSecret();
    const exchange = await credentials.exchangeLink(hashOf(secret), hashOf(session), options.wall());
    if (exchange.outcome === 'unknown') return linkUnknown;
    if (exchange.outcome === 'used') {
      // Opened again in the browser that holds its session, a link goes on with it.
      const own = await sessionOf(credentials, request, cookieOf(exchange.holder));
      if (own !== null && isSameHolder(own.holder, exchange.holder)) return own;
      if (!(await mayComeAgain(exchange.holder))) return refused(409, 'enter.linkUsed');
      const again = await credentials.exchangeAgain(hashOf(secret), hashOf(session), options.wall());
      if (!again) return linkUnknown;
    }
    return { holder: exchange.holder, session, sessionHash: hashOf(session) };
  }

  async function enteredBy(request: FastifyRequest, wanted: EnterRequest): Promise<Entered | Refused> {
    if ('secret' in wanted) {
      const wait = await limits.entryFrom(request.ip);
      if (wait !== null) return tooOften(wait);
      const guess = await limits.guess(request.ip, () => byLink(request, wanted.secret), isUnknown);
      return 'wait' in guess ? tooOften(guess.wait) : guess.outcome;
    }
    const name = 'member' in wanted ? memberCookie(wanted.member) : CONVENER_COOKIE;
    const own = await sessionOf(credentials, request, name);
    // Who holds a session is counted by it, and not with the others behind the same address.
    const wait = await (own === null ? limits.entryFrom(request.ip) : limits.entryWith(own.sessionHash));
    if (wait !== null) return tooOften(wait);
    return own ?? sessionGone;
  }

  app.post('/api/enter', async (request, reply) => {
    const parsed = EnterRequest.safeParse(request.body);
    if (!parsed.success) return refuse(reply, refused(400, 'enter.badRequest'));
    const entered = await enteredBy(request, parsed.data);
    if ('refusal' in entered) return refuse(reply, entered);
    const answer = await entryOf(entered, request.headers.origin ?? publicUrl);
    // Who has a session but no place any more hears what everybody hears who has none.
    if (answer === null) return refuse(reply, 'secret' in parsed.data ? linkUnknown : sessionGone);
    reply.setCookie(cookieOf(entered.holder), entered.session, cookie);
    return answer;
  });

  async function entryOf({ holder, sessionHash }: Entered, home: string): Promise<EnterReply | null> {
    if (holder.kind === 'convener') return { kind: 'convener' };
    const organisers = await organisersOf(options.desk, holder);
    const host = meetings.find(holder.meeting);
    const entry = host === undefined ? null : seatEntry(host, holder.member);
    if (entry === null) return null;
    const ticket = tickets.issue({ meeting: holder.meeting, member: holder.member, sessionHash });
    // One node: the home is where the person is already.
    return { ...entry, organisers, home, ticket, uploads };
  }
}

function faceOf({ meeting, session, words }: MeetingHost): MeetingFace {
  const { startsAt, timeZone } = session;
  return { id: meeting, title: words.title, hosts: words.hosts, startsAt, timeZone, rule: words.rule };
}

/** Null for who is not on the roster or was removed: as if there had never been such a person. */
function seatEntry(host: MeetingHost, id: string): Pick<SeatEntry, 'kind' | 'you' | 'meeting'> | null {
  const { words } = host;
  const view = host.viewOf(id);
  const member = memberById(view, id);
  const seat = member === undefined ? undefined : seatById(view, member.seat);
  const person = words.members[id];
  if (!host.knows(id) || member === undefined || seat === undefined || person === undefined) return null;
  const delegation = seat.delegation === null ? null : (words.delegations[seat.delegation] ?? null);
  const { name, office } = person;
  const you = { member: id, seat: seat.id, kind: member.kind, role: seat.role, name, office, delegation };
  return { kind: 'seat', you, meeting: faceOf(host) };
}
