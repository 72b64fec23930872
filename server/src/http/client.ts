import { basename } from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const page = 'index.html';

/** The built client. File names under assets/ carry a hash of their content, the page's does not. */
export async function serveClient(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(serveStatic, {
    root: folder,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', basename(path) === page ? 'no-cache' : 'public, max-age=31536000, immutable');
    },
  });
  // The client's own addresses are no files; whoever asks for a page gets the client.
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (wantsPage) return reply.sendFile(page);
    return reply.code(404).send({ code: 'http.notFound' });
  });
}
