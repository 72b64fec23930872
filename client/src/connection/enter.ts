import type { EnterReply, EnterRequest, HttpRefusalCode } from '@track2/shared';

/** Why no seat was opened. `unreachable` says nothing about the seat: no answer came. */
export type EnterRefusal =
  | { code: Exclude<HttpRefusalCode, 'enter.tooOften'> }
  | { code: 'enter.tooOften'; afterSeconds: number }
  | { code: 'unreachable' };

export type EnterOutcome = { entered: true; reply: EnterReply } | { entered: false; refusal: EnterRefusal };

const codes: Readonly<Record<Exclude<HttpRefusalCode, 'enter.tooOften'>, true>> = {
  'enter.linkUnknown': true,
  'enter.linkUsed': true,
  'enter.sessionGone': true,
  'enter.badRequest': true,
  'http.foreignOrigin': true,
  'http.notFound': true,
  'http.fault': true,
};

const isCode = (value: unknown): value is keyof typeof codes => typeof value === 'string' && value in codes;

/** The server checks what it sends by type; here it is enough to see that it was our server that answered. */
const isReply = (body: unknown): body is EnterReply =>
  typeof body === 'object' && body !== null && 'kind' in body && (body.kind === 'seat' || body.kind === 'convener');

function refusalOf(body: unknown): EnterRefusal {
  if (typeof body !== 'object' || body === null || !('code' in body)) return { code: 'unreachable' };
  if (body.code === 'enter.tooOften' && 'afterSeconds' in body && typeof body.afterSeconds === 'number')
    return { code: body.code, afterSeconds: body.afterSeconds };
  return { code: isCode(body.code) ? body.code : 'unreachable' };
}

/** `POST /api/enter`: a link's secret, or the session that this browser holds, for a seat and a ticket. */
export async function requestEntry(request: EnterRequest): Promise<EnterOutcome> {
  try {
    const response = await fetch('/api/enter', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    const body: unknown = await response.json();
    if (response.ok && isReply(body)) return { entered: true, reply: body };
    return { entered: false, refusal: refusalOf(body) };
  } catch {
    // No network, or something between answered in place of the server.
    return { entered: false, refusal: { code: 'unreachable' } };
  }
}
