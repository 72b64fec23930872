import type { Page } from '@playwright/test';
import { type ClientToServer, type EnterReply, PROTOCOL_VERSION, type ServerToClient } from '@track2/shared';
import { io, type Socket } from 'socket.io-client';
import { admit, enterAs, expectInside } from './support/entering.ts';
import { expect, test } from './support/people.ts';
import type { Platform } from './support/platform.ts';

const HOUR_MS = 3_600_000;

/** A device whose clock is an hour slow: everything that reads the date is wrong, the monotonic clock is not. */
function slowClock(): void {
  const hour = 3_600_000;
  const RealDate = Date;
  const now = (): number => RealDate.now() - hour;
  window.Date = new Proxy(RealDate, {
    construct: (target, args: [] | [number]) => (args.length === 0 ? new target(now()) : new target(...args)),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
}

declare global {
  interface Window {
    /** Puts this tab behind another one, or in front again. */
    track2Hide(hidden: boolean): void;
  }
}

/**
 * Hides the tab as another one in front would, but for good measure: Chromium lets the timers of a hidden tab run
 * once a second and later once a minute, here none runs at all. By hand, because Playwright keeps every page in
 * focus, so that Chromium never takes one for hidden.
 */
function hideableTab(): void {
  let hidden = false;
  const held: (() => void)[] = [];
  const holding =
    <A extends unknown[]>(run: (...args: A) => void) =>
    (...args: A): void => {
      if (hidden) held.push(() => run(...args));
      else run(...args);
    };
  const interval = window.setInterval.bind(window);
  const timeout = window.setTimeout.bind(window);
  const frame = window.requestAnimationFrame.bind(window);
  window.setInterval = ((run: () => void, ms?: number) => interval(holding(run), ms)) as typeof window.setInterval;
  window.setTimeout = ((run: () => void, ms?: number) => timeout(holding(run), ms)) as typeof window.setTimeout;
  window.requestAnimationFrame = (run) => frame(holding(run));
  Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') });
  Object.defineProperty(document, 'hidden', { get: () => hidden });
  window.track2Hide = (hide) => {
    hidden = hide;
    document.dispatchEvent(new Event('visibilitychange'));
    if (!hide) for (const run of held.splice(0)) run();
  };
}

/** A listener of its own at the server, who can ask for the meeting's time and see the turn. */
async function listener(platform: Platform, seat: string): Promise<Socket<ServerToClient, ClientToServer>> {
  const secret = platform.links.get(seat)?.split('#')[1];
  const answer = await fetch(`${platform.url}/api/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: platform.url },
    body: JSON.stringify({ secret }),
  });
  const entry = (await answer.json()) as EnterReply;
  if (entry.kind !== 'seat') throw new Error('not a seat');
  const socket: Socket<ServerToClient, ClientToServer> = io(platform.url, {
    transports: ['websocket'],
    auth: { version: PROTOCOL_VERSION, ticket: entry.ticket },
    extraHeaders: { origin: platform.url },
  });
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return socket;
}

/** What the server's clock says, and the moment at which it does, on the clock that this process and the pages share. */
async function timeOf(socket: Socket<ServerToClient, ClientToServer>): Promise<{ at: number; moment: number }> {
  let best = { at: 0, moment: 0, roundTrip: Number.POSITIVE_INFINITY };
  for (let left = 10; left > 0; left -= 1) {
    const asked = performance.timeOrigin + performance.now();
    const { at } = await socket.emitWithAck('clock', {});
    const roundTrip = performance.timeOrigin + performance.now() - asked;
    if (roundTrip < best.roundTrip) best = { at, moment: asked + roundTrip / 2, roundTrip };
  }
  return best;
}

/**
 * When the figures change, five times, on the clock that this process and the page share. What a page draws late because
 * others have the cores tells nothing of its clock: a change counts only when a beat every 20 ms was not late before it.
 */
function changesOf(page: Page): Promise<{ text: string; moment: number }[]> {
  return page.evaluate(async () => {
    const timer = document.querySelector('[role="timer"]');
    if (timer === null) throw new Error('no clock');
    let beat = performance.now();
    let hitch = beat;
    const look = (): number => {
      const now = performance.now();
      if (now - beat > 60) hitch = now;
      beat = now;
      return now;
    };
    const heart = setInterval(look, 20);
    const seen: { text: string; moment: number }[] = [];
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        const now = look();
        if (now - hitch > 300) seen.push({ text: timer.textContent ?? '', moment: performance.timeOrigin + now });
        if (seen.length < 5) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(timer, { subtree: true, childList: true, characterData: true });
    });
    clearInterval(heart);
    return seen;
  });
}

test('the countdown is right to 250 ms after a minute in a hidden tab, on a device whose clock is an hour off', {
  tag: '@waits',
}, async ({ platform, person }) => {
  test.setTimeout(180_000);
  const chair = await person();
  const iran = await person({ init: slowClock });
  await iran.addInitScript(hideableTab);
  await enterAs(chair, platform, 'chair');
  await enterAs(iran, platform, 'ir-1');
  await admit(chair, 'Leila Farahmand');
  await expectInside(iran);
  expect(await iran.evaluate(() => Date.now())).toBeLessThan(Date.now() - HOUR_MS + 60_000);
  await chair.getByRole('button', { name: 'Open the meeting' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Open the meeting' }).click();
  await chair.getByRole('button', { name: 'Start: Opening' }).click();
  await chair.getByRole('button', { name: 'Someone else' }).click();
  await chair.getByRole('button', { name: 'Give the floor to Leila Farahmand' }).click();
  await iran.getByRole('button', { name: /^You are called/ }).click();
  await expect(iran.getByRole('timer').first()).toHaveText(/^2:5\d$/);

  await iran.evaluate(() => window.track2Hide(true));
  const hiddenAt = await iran.getByRole('timer').first().textContent();
  await chair.evaluate(() => new Promise((resolve) => setTimeout(resolve, 60_000)));
  expect(await iran.getByRole('timer').first().textContent()).toBe(hiddenAt);
  await iran.evaluate(() => window.track2Hide(false));

  const changes = await changesOf(iran);

  const socket = await listener(platform, 'co-moderator');
  const command = { type: 'roster.enterLobby', ruleVersion: 1 } as const;
  await socket.emitWithAck('command', { id: 'A'.repeat(22), command });
  const mirror = await socket.emitWithAck('sync', { position: null });
  const turn = mirror.kind === 'snapshot' ? mirror.snapshot.state.floor.turns[0] : undefined;
  if (turn?.status.kind !== 'speaking' || turn.limitMs === null) throw new Error('nobody speaks');
  const { since } = turn.status;
  const { limitMs } = turn;
  const { at, moment } = await timeOf(socket);
  socket.disconnect();

  for (const change of changes) {
    const left = limitMs - (at + change.moment - moment - since);
    const [minutes = 0, seconds = 0] = change.text.split(':').map(Number);
    // The figures are whole seconds, rounded up: they change to `s` when just that much is left.
    expect(Math.abs(left - (minutes * 60 + seconds) * 1000), change.text).toBeLessThanOrEqual(250);
  }
});
