import type { Plugin } from 'vite';

/**
 * Parts that a library brings along and this page never runs, with what stands in their place: the socket uses
 * WebSocket alone (`connection.ts`), and the browsers that can run this page at all (`build.target`) have newer WebRTC
 * than that of Chrome before 111 or of React Native; stand-ins for tests are for tests.
 */
const parts: readonly { part: RegExp; instead: string }[] = [
  {
    part: /\/engine\.io-client\/build\/esm\/transports\/index\.js$/,
    instead: `import { WS } from './websocket.js'; export const transports = { websocket: WS };`,
  },
  {
    part: /\/engine\.io-client\/build\/esm\/transports\/(polling|polling-fetch|polling-xhr|webtransport)\.js$/,
    instead: 'export const Fetch = 0, XHR = 0, WT = 0;',
  },
  {
    part: /\/mediasoup-client\/lib\/(handlers\/(Chrome74|ReactNative106|FakeHandler)|test\/fakeParameters)\.js$/,
    instead: 'exports.none = 0;',
  },
];

/** Leaves these parts out of the page. A part that is not there any more, after an update, fails the build. */
export function leftOut(): Plugin {
  const missing = new Set(parts);
  return {
    name: 'left-out',
    apply: 'build',
    load(id) {
      const found = parts.find(({ part }) => part.test(id));
      if (found === undefined) return null;
      missing.delete(found);
      return found.instead;
    },
    buildEnd() {
      for (const { part } of missing) this.error(`nothing matches ${part} any more: look again at client/leftOut.ts`);
    },
  };
}
