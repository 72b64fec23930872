import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { pdfOf } from '@track2/shared/testing';
import type { Person } from './person.ts';
import type { Platform } from './platform.ts';

/** The origins of pages that are not ours, as a browser or somebody who writes headers by hand would send them. */
export function foreignOrigins(own: string): (string | string[] | null)[] {
  const { hostname, port } = new URL(own);
  return [
    null,
    '',
    'null',
    'NULL',
    'undefined',
    'file://',
    'about:blank',
    'data:',
    'chrome-extension://abcdefghijklmnop',
    'https://evil.example',
    `http://evil.example:${port}`,
    `https://${hostname}:${port}`,
    `ws://${hostname}:${port}`,
    `HTTP://${hostname}:${port}`,
    `http://${hostname}`,
    `http://${hostname}:80`,
    `http://${hostname}:${Number(port) + 1}`,
    `http://${hostname}:${port}0`,
    `http://${hostname}:0${port}`,
    own.slice(0, -1),
    `${own}/`,
    `${own}/enter`,
    `${own}?`,
    `${own}#`,
    `${own}.evil.example`,
    `${own}@evil.example`,
    `${own}%00.evil.example`,
    `${own} https://evil.example`,
    `${own},https://evil.example`,
    `https://evil.example/${own}`,
    `https://evil.example?${own}`,
    `https://evil.example#${own}`,
    `http://evil.${hostname}:${port}`,
    `http://evil-${hostname}:${port}`,
    `http://${hostname}.:${port}`,
    `http://user:pass@${hostname}:${port}`,
    `http://127.1:${port}`,
    `http://2130706433:${port}`,
    `http://0x7f.0.0.1:${port}`,
    `http://[::1]:${port}`,
    `http://[::ffff:127.0.0.1]:${port}`,
    `http://localhost:${port}`,
    [own, 'https://evil.example'],
    ['https://evil.example', own],
  ];
}

/** A way in which a page could try to act with the cookie that the browser holds. */
export type Ride = {
  name: string;
  send(origin: string | string[] | null): Promise<{ status: number; setCookie: boolean; body: string }>;
};

type Sent = { method: string; path: string; headers?: Record<string, string>; body?: string | Uint8Array };

function rider(platform: Platform, cookie: string) {
  return ({ method, path, headers = {}, body }: Sent, origin: string | string[] | null) =>
    new Promise<Awaited<ReturnType<Ride['send']>>>((resolve, reject) => {
      const asked = request({
        host: '127.0.0.1',
        port: platform.httpPort,
        method,
        path,
        agent: new Agent({ keepAlive: false }),
        headers: { cookie, ...headers },
      });
      if (origin !== null) asked.setHeader('origin', origin);
      asked.on('error', reject);
      // Let in: what is said on the socket no one reads here.
      asked.on('upgrade', (_, socket) => {
        socket.destroy();
        resolve({ status: 101, setCookie: false, body: '' });
      });
      asked.on('response', (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            setCookie: answer.headers['set-cookie'] !== undefined,
            body: text,
          }),
        );
      });
      asked.end(body);
    });
}

const upgrade = (): Record<string, string> => ({
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': randomBytes(16).toString('base64'),
});

/** What a foreign page would send on behalf of somebody who has a seat: sockets, entries in every form, files. */
export function ridesOf(platform: Platform, person: Person, unused: string): Ride[] {
  const send = rider(platform, person.cookie);
  const { member } = person.entry.you;
  const json = { 'content-type': 'application/json' };
  const ride = (name: string, sent: () => Sent): Ride => ({ name, send: (origin) => send(sent(), origin) });
  const enter = { method: 'POST', path: '/api/enter' };
  return [
    ride('a socket', () => ({
      method: 'GET',
      path: '/socket.io/?EIO=4&transport=websocket',
      headers: upgrade(),
    })),
    ride('a polling socket', () => ({ method: 'GET', path: '/socket.io/?EIO=4&transport=polling' })),
    ride('an entry with the session', () => ({ ...enter, headers: json, body: JSON.stringify({ member }) })),
    ride('an entry with a link', () => ({ ...enter, headers: json, body: JSON.stringify({ secret: unused }) })),
    ride('an entry as plain text', () => ({
      ...enter,
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ member }),
    })),
    ride('an entry as a form', () => ({
      ...enter,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ member }).toString(),
    })),
    ride('a file', () => ({
      method: 'POST',
      path: `/api/documents?${new URLSearchParams({ member, item: 'x', use: 'paper' }).toString()}`,
      headers: { 'content-type': 'application/pdf', 'x-document-name': 'Paper.pdf' },
      body: pdfOf({ pages: 1 }),
    })),
  ];
}
