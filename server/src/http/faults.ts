import { randomUUID } from 'node:crypto';
import type { HttpRefusal } from '@track2/shared';
import type { FastifyError, FastifyInstance } from 'fastify';

/** The boundary of every HTTP request: the person gets a code and an incident id, the log gets the error. */
export function reportFaults(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    // What Fastify itself turns away before a route sees it: a body too large, not JSON, or with a forbidden key.
    if (status < 500) return reply.code(status).send({ code: 'enter.badRequest' } satisfies HttpRefusal);
    const incident = randomUUID();
    request.log.error({ err: error, incident }, 'request failed');
    return reply.code(status).send({ code: 'http.fault', incident } satisfies HttpRefusal);
  });
}
