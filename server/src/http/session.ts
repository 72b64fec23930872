import type { FastifyRequest } from 'fastify';
import { hashOf } from '../identity/secrets.ts';
import type { Credentials, Holder } from '../storage/ports.ts';

export const CONVENER_COOKIE = 't2_convener';

/** One cookie for each member, so that two people can sit at two tabs of one browser. */
export const memberCookie = (member: string): string => `t2_${member}`;

export const cookieOf = (holder: Holder): string =>
  holder.kind === 'member' ? memberCookie(holder.member) : CONVENER_COOKIE;

/** Whose session a request belongs to, with its secret, which stays between this server and the cookie. */
export type Entered = { holder: Holder; session: string; sessionHash: string };

/** The session in the cookie of that name, or null when there is none, it has ended, or it is somebody else's. */
export async function sessionOf(
  credentials: Credentials,
  request: FastifyRequest,
  cookie: string,
): Promise<Entered | null> {
  const session = request.cookies[cookie];
  if (session === undefined) return null;
  const sessionHash = hashOf(session);
  const holder = await credentials.session(sessionHash);
  return holder !== null && cookieOf(holder) === cookie ? { holder, session, sessionHash } : null;
}
