import {
  type Desk,
  type DeskRefusal,
  type HttpRefusal,
  Id,
  InvitationRequest,
  MeetingChange,
  type MeetingDesk,
  MOST_LOGO_BYTES,
  NewConvener,
  NewMeeting,
  RevocationRequest,
  SeriesPlan,
} from '@track2/shared';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { convenersOf, endConvener, inviteConvener } from '../desk/conveners.ts';
import { cancelMeeting, inviteAll, revokeAll, tellInvited } from '../desk/invitations.ts';
import { cardOf } from '../desk/invitees.ts';
import type { DeskParts } from '../desk/parts.ts';
import { changeMeeting, createMeeting, currentFile, hostOf, meetingDeskOf } from '../desk/plans.ts';
import { DeskRefused } from '../desk/refused.ts';
import { changeSeries, createSeries, dropLogo, endSeries, putLogo, shownSeries } from '../desk/series.ts';
import { CONVENER_COOKIE, sessionOf } from './session.ts';

const statuses: Readonly<Record<DeskRefusal['code'], number>> = {
  'desk.badRequest': 400,
  'desk.unknown': 404,
  'desk.fileProblems': 422,
  'desk.logoUnfit': 422,
  'desk.logoTooLarge': 413,
  'desk.changedMeanwhile': 409,
  'desk.notPlanned': 409,
  'desk.agendaIsTheChairs': 409,
  'desk.seatEntered': 409,
  'desk.itemHeld': 409,
  'desk.seriesInUse': 409,
  'desk.lastConvener': 409,
};

/** A meeting's file comes as text within JSON. */
const MOST_BODY_BYTES = 2_500_000;

/** The file is looked into later, where each of its problems gets its path and a sentence. */
const ChangeEnvelope = z.strictObject({ ...MeetingChange.shape, file: z.unknown() });

/** What came, or the place of the first thing that is wrong with it, thrown. */
function read<T>(schema: z.core.$ZodType<T>, given: unknown): T {
  const parsed = z.safeParse(schema, given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DeskRefused({ code: 'desk.badRequest', path: issue?.path.map(String).join('.').slice(0, 100) ?? '' });
}

const OfOne = z.object({ id: Id });
const OfLogo = z.object({ id: Id, organisation: Id });
const idOf = (request: FastifyRequest): string => {
  const parsed = OfOne.safeParse(request.params);
  if (!parsed.success) throw new DeskRefused({ code: 'desk.unknown' });
  return parsed.data.id;
};
const logoOf = (request: FastifyRequest): { id: string; organisation: string } => {
  const parsed = OfLogo.safeParse(request.params);
  if (!parsed.success) throw new DeskRefused({ code: 'desk.unknown' });
  return parsed.data;
};

/** The convener's desk. Nothing of it answers without a convener's session, or as if there were none. */
export function serveDesk(app: FastifyInstance, parts: DeskParts): void {
  const { credentials } = parts.storage;
  const conveners = new WeakMap<FastifyRequest, Id>();
  void app.register(
    async (routes) => {
      routes.addHook('onRequest', async (request, reply) => {
        reply.header('cache-control', 'no-store');
        const entered = await sessionOf(credentials, request, CONVENER_COOKIE);
        if (entered?.holder.kind !== 'convener')
          return reply.code(401).send({ code: 'enter.sessionGone' } satisfies HttpRefusal);
        conveners.set(request, entered.holder.convener);
      });
      routes.setErrorHandler((error, _, reply) => {
        if (!(error instanceof DeskRefused)) throw error;
        return reply.code(statuses[error.refusal.code]).send(error.refusal);
      });
      routes.get('/', (request) => deskOf(parts, conveners.get(request) ?? ''));
      serveSeries(routes, parts);
      serveMeetings(routes, parts);
      serveInvitations(routes, parts);
      routes.post('/conveners', (request) => inviteConvener(parts, read(NewConvener, request.body).name));
      routes.delete('/conveners/:id', async (request, reply) => {
        await endConvener(parts, idOf(request));
        return reply.code(204).send();
      });
    },
    { prefix: '/api/desk' },
  );
}

async function deskOf(parts: DeskParts, you: Id): Promise<Desk> {
  const meetings = await Promise.all(parts.meetings.all().map((host) => cardOf(parts, host)));
  return {
    series: (await parts.storage.desk.series()).map(shownSeries),
    meetings: meetings.toSorted((one, other) => other.startsAt - one.startsAt),
    conveners: await convenersOf(parts, you),
    mail: parts.mail !== null,
  };
}

function serveSeries(routes: FastifyInstance, parts: DeskParts): void {
  routes.post('/series', (request) => createSeries(parts, read(SeriesPlan, request.body)));
  routes.put('/series/:id', (request) => changeSeries(parts, idOf(request), read(SeriesPlan, request.body)));
  routes.delete('/series/:id', async (request, reply) => {
    await endSeries(parts, idOf(request));
    return reply.code(204).send();
  });
  void routes.register(async (logos) => {
    // Looked into, not believed, whatever it calls itself.
    logos.removeAllContentTypeParsers();
    logos.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_LOGO_BYTES }, (_, body, done) =>
      done(null, body),
    );
    logos.setErrorHandler((error, _, reply) => {
      if (Reflect.get(error as object, 'statusCode') === 413)
        return reply.code(413).send({ code: 'desk.logoTooLarge', mostBytes: MOST_LOGO_BYTES } satisfies DeskRefusal);
      throw error;
    });
    logos.put('/series/:id/logos/:organisation', (request) => {
      const { id, organisation } = logoOf(request);
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      return putLogo(parts, { series: id, organisation, bytes });
    });
    logos.delete('/series/:id/logos/:organisation', (request) => {
      const { id, organisation } = logoOf(request);
      return dropLogo(parts, id, organisation);
    });
  });
}

function serveMeetings(routes: FastifyInstance, parts: DeskParts): void {
  const bodyLimit = MOST_BODY_BYTES;
  routes.post('/meetings', { bodyLimit }, (request) => createMeeting(parts, read(NewMeeting, request.body)));
  routes.get('/meetings/:id', (request) => meetingDeskOf(parts, hostOf(parts, idOf(request))));
  routes.get('/meetings/:id/file', (request, reply) => download(reply, parts, idOf(request)));
  routes.put('/meetings/:id', { bodyLimit }, (request) => change(request, parts));
  routes.post('/meetings/:id/cancellation', (request) => cancelMeeting(parts, idOf(request)));
}

async function change(request: FastifyRequest, parts: DeskParts): Promise<MeetingDesk> {
  const id = idOf(request);
  const { isAnnounced } = await changeMeeting(parts, id, read(ChangeEnvelope, request.body));
  // A mail server may take its time, and the change is made: what fails is shown with the person.
  if (isAnnounced)
    void tellInvited(parts, id, 'update').catch((error: unknown) => {
      parts.logger.error({ meeting: id, err: error }, 'those who were invited were not told');
    });
  return meetingDeskOf(parts, hostOf(parts, id));
}

function download(reply: FastifyReply, parts: DeskParts, meeting: Id): FastifyReply {
  const file = currentFile(hostOf(parts, meeting));
  return reply
    .headers({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${file.id}.json"`,
    })
    .send(`${JSON.stringify(file, null, 2)}\n`);
}

function serveInvitations(routes: FastifyInstance, parts: DeskParts): void {
  routes.post('/meetings/:id/invitations', (request) =>
    inviteAll(parts, idOf(request), read(InvitationRequest, request.body)),
  );
  routes.post('/meetings/:id/revocations', async (request, reply) => {
    await revokeAll(parts, idOf(request), read(RevocationRequest, request.body).members);
    return reply.code(204).send();
  });
}
