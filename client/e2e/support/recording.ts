import type { Page } from '@playwright/test';

/** The types of the commands that a page sent and that were answered `applied`. */
export type CommandRecord = { applied: ReadonlySet<string> };

/** A socket.io event with an acknowledgement, or the acknowledgement: `42<n>[…]` and `43<n>[…]`. */
const packet = /^4([23])(\d+)(\[.*\])$/s;

/** Listens to what a page sends over its socket from now on. Has to be called before the page connects. */
export function recordCommands(page: Page): CommandRecord {
  const asked = new Map<string, string>();
  const applied = new Set<string>();
  page.on('websocket', (socket) => {
    asked.clear();
    socket.on('framesent', ({ payload }) => {
      const [, , number, body] = packet.exec(payload.toString()) ?? [];
      if (number === undefined || body === undefined) return;
      const [event, frame]: unknown[] = JSON.parse(body);
      const type = event === 'command' ? commandType(frame) : undefined;
      if (type !== undefined) asked.set(number, type);
    });
    socket.on('framereceived', ({ payload }) => {
      const [, , number, body] = packet.exec(payload.toString()) ?? [];
      const type = number === undefined ? undefined : asked.get(number);
      if (type !== undefined && body?.startsWith('[{"outcome":"applied"') === true) applied.add(type);
    });
  });
  return { applied };
}

const commandType = (frame: unknown): string | undefined =>
  /"command":\{"type":"([a-zA-Z.]+)"/.exec(JSON.stringify(frame))?.[1];
