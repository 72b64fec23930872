import { setTimeout as sleep } from 'node:timers/promises';
import type { Router } from 'mediasoup/types';
import { afterEach, expect, test, vi } from 'vitest';
import { Stage } from './support/stage.ts';

vi.setConfig({ testTimeout: 30_000 });

const severalLooksMs = 3500;

let stage: Stage;

afterEach(() => stage.close());

/** The meeting's own router: the one that carries transports of its people. */
async function routerOf(): Promise<Router> {
  // mediasoup leaves this one out of its types.
  const { routersForTesting } = stage.platform.worker() as unknown as { routersForTesting: Set<Router> };
  for (const router of routersForTesting) if ((await router.dump()).transportIds.length > 0) return router;
  throw new Error('no router carries anybody');
}

test('a transport of nobody on the roster is found, and ended with the worker that carries it', async () => {
  stage = await Stage.create();
  const chair = await stage.open();
  await stage.admit('ana');
  const pid = stage.platform.workerPid();
  const ghost = await (await routerOf()).createPlainTransport({ listenInfo: { protocol: 'udp', ip: '127.0.0.1' } });

  await chair.until(() => chair.pushes.some(({ kind }) => kind === 'lost'));
  await vi.waitFor(() => expect([0, pid]).not.toContain(stage.platform.workerPid()), { timeout: 10_000 });
  expect(ghost.closed).toBe(true);
});

test('people who come, go, wait and come again are no ghosts, and who has gone leaves no transport', async () => {
  stage = await Stage.create();
  const chair = await stage.open();
  const pid = stage.platform.workerPid();
  const ana = await stage.admit('ana');
  await stage.enter('bob');
  const router = await routerOf();
  expect((await router.dump()).transportIds).toHaveLength(4);

  await ana.person.act({ type: 'roster.leave' });
  await vi.waitFor(async () => expect((await router.dump()).transportIds).toHaveLength(2));
  await ana.person.act({ type: 'roster.enterLobby', ruleVersion: 1 });
  await chair.person.act({ type: 'roster.admit', member: ana.member });
  await ana.join();
  await sleep(severalLooksMs);

  expect((await router.dump()).transportIds).toHaveLength(4);
  expect(stage.platform.workerPid()).toBe(pid);
});
