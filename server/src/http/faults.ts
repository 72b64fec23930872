import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance } from 'fastify';

/** The boundary of every HTTP request: the person gets a code and an incident id, the log gets the error. */
export function reportFaults(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ code: error.code, message: error.message });
    const incident = randomUUID();
    request.log.error({ err: error, incident }, 'request failed');
    return reply.code(status).send({ code: 'http.fault', incident });
  });
}
