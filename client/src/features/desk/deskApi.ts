import type {
  CancellationReply,
  ConvenerLink,
  Desk,
  DeskRefusal,
  HttpRefusal,
  Id,
  InvitationReply,
  InvitationRequest,
  MeetingChange,
  MeetingDesk,
  NewMeeting,
  SeriesPlan,
} from '@track2/shared';

/** Why the desk did not do something. `unreachable`: no answer came, or none of our server's. */
export type DeskTrouble = DeskRefusal | HttpRefusal | { code: 'unreachable' };

/** What came back of a request. */
export type Answer<T> = { done: true; body: T } | { done: false; trouble: DeskTrouble };

type Request = { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; path: string; body?: object | Blob };

const isTrouble = (body: unknown): body is DeskRefusal | HttpRefusal =>
  typeof body === 'object' &&
  body !== null &&
  'code' in body &&
  typeof body.code === 'string' &&
  /^(desk|enter|http)\./.test(body.code);

const unreachable = { done: false, trouble: { code: 'unreachable' } } as const;

async function ask<T>({ method, path, body }: Request): Promise<Answer<T>> {
  const isFile = body instanceof Blob;
  try {
    const response = await fetch(`/api/desk${path}`, {
      method,
      // A file has the type that it says; the server looks into it all the same.
      ...(body === undefined || isFile ? {} : { headers: { 'content-type': 'application/json' } }),
      ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    });
    const words = await response.text();
    const answer: unknown = words === '' ? {} : JSON.parse(words);
    // The server checks what it sends by type; here it is enough to see that it was our server that answered.
    if (response.ok)
      return typeof answer === 'object' && answer !== null ? { done: true, body: answer as T } : unreachable;
    return isTrouble(answer) ? { done: false, trouble: answer } : unreachable;
  } catch {
    // No network, or something between answered in place of the server.
    return unreachable;
  }
}

type Nothing = Record<string, never>;

/** All that is the convener's: series, meetings, conveners. */
export const fetchDesk = (): Promise<Answer<Desk>> => ask({ method: 'GET', path: '' });

export const fetchMeeting = (id: Id): Promise<Answer<MeetingDesk>> => ask({ method: 'GET', path: `/meetings/${id}` });

/** Makes a series, or changes the one that is named. */
export const saveSeries = (id: Id | null, plan: SeriesPlan): Promise<Answer<{ id?: Id }>> =>
  ask(
    id === null
      ? { method: 'POST', path: '/series', body: plan }
      : { method: 'PUT', path: `/series/${id}`, body: plan },
  );

export const removeSeries = (id: Id): Promise<Answer<Nothing>> => ask({ method: 'DELETE', path: `/series/${id}` });

export const saveLogo = (series: Id, organisation: Id, logo: Blob): Promise<Answer<Nothing>> =>
  ask({ method: 'PUT', path: `/series/${series}/logos/${organisation}`, body: logo });

export const removeLogo = (series: Id, organisation: Id): Promise<Answer<Nothing>> =>
  ask({ method: 'DELETE', path: `/series/${series}/logos/${organisation}` });

export const makeMeeting = (wanted: NewMeeting): Promise<Answer<{ id: Id }>> =>
  ask({ method: 'POST', path: '/meetings', body: wanted });

/** Saves the whole file; answers with the meeting as it is now. */
export const saveMeeting = (id: Id, change: MeetingChange): Promise<Answer<MeetingDesk>> =>
  ask({ method: 'PUT', path: `/meetings/${id}`, body: change });

export const cancelMeeting = (id: Id): Promise<Answer<CancellationReply>> =>
  ask({ method: 'POST', path: `/meetings/${id}/cancellation` });

export const invite = (id: Id, request: InvitationRequest): Promise<Answer<InvitationReply>> =>
  ask({ method: 'POST', path: `/meetings/${id}/invitations`, body: request });

export const revoke = (id: Id, members: readonly Id[]): Promise<Answer<Nothing>> =>
  ask({ method: 'POST', path: `/meetings/${id}/revocations`, body: { members: [...members] } });

export const inviteConvener = (name: string): Promise<Answer<ConvenerLink>> =>
  ask({ method: 'POST', path: '/conveners', body: { name } });

export const endConvener = (id: Id): Promise<Answer<Nothing>> => ask({ method: 'DELETE', path: `/conveners/${id}` });

/** Where the browser gets the meeting's file from. */
export const fileAddress = (id: Id): string => `/api/desk/meetings/${id}/file`;
