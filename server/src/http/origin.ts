import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Browsers say of each request whether a page of ours made it; one without the header is no page of theirs. */
const ofAnotherPage: ReadonlySet<unknown> = new Set(['cross-site', 'same-site']);

const onlyReads = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';

/**
 * Refuses every request that could change something and comes from a page of another origin, or does not say; and
 * whatever a page of another origin asks the API, even to read.
 */
export function requireOurOrigin(app: FastifyInstance, isOurOrigin: (origin: string | undefined) => boolean): void {
  const isForeign = (request: FastifyRequest): boolean => {
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (!onlyReads(request)) return !isOurOrigin(origin);
    return (
      request.url.startsWith('/api/') && (ofAnotherPage.has(site) || (origin !== undefined && !isOurOrigin(origin)))
    );
  };
  app.addHook('onRequest', async (request, reply) => {
    if (isForeign(request)) await reply.code(403).send({ code: 'http.foreignOrigin' });
  });
}
