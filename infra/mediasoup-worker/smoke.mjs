import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// Run by the project's Node with MEDIASOUP_WORKER_BIN set: does this binary start, talk and open a router?
const fromServer = createRequire(new URL('../../server/package.json', import.meta.url));
const { createWorker } = await import(pathToFileURL(fromServer.resolve('mediasoup')).href);
const worker = await createWorker({ logLevel: 'error' });
await worker.createRouter({ mediaCodecs: [{ kind: 'audio', mimeType: 'audio/opus', clockRate: 48000, channels: 2 }] });
worker.close();
