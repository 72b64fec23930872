import type { FastifyInstance } from 'fastify';

/** Refuses every request that could change something and comes from a page of another origin, or does not say. */
export function requireOurOrigin(app: FastifyInstance, isOurOrigin: (origin: string | undefined) => boolean): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD' || isOurOrigin(request.headers.origin)) return;
    await reply.code(403).send({ code: 'http.foreignOrigin' });
  });
}
