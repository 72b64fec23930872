import { setTimeout as sleep } from 'node:timers/promises';
import type { Series } from '@track2/shared';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openStorage } from '../src/storage/open.ts';
import type { Storage } from '../src/storage/ports.ts';
import { type Platform, startPlatform } from './platform.ts';
import { Convener, track2 } from './support/convener.ts';

// Each of these people is a socket and a page of HTTP; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

let platform: Platform;
let convener: Convener;
beforeEach(async () => {
  platform = await startPlatform({ storage: await openStorage({ kind: 'memory' }), links: new Map() });
  convener = await Convener.at(platform);
});
afterEach(async () => {
  await platform.close();
  await platform.storage.close();
});

const organisation = (id: string, part: 'convener' | 'host') => ({ id, name: { en: `Society ${id}` }, part });
const plan = {
  title: { en: 'Regional talks' },
  organisations: [organisation('o1', 'convener'), organisation('o2', 'host')],
};
const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>');
// One dot, as any program writes it.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const put = (series: string, bytes: Buffer, org = 'o1', type = 'image/svg+xml') =>
  convener.ask<Series>('PUT', `/api/desk/series/${series}/logos/${org}`, bytes, type);

async function get(
  address = '',
  cookie = convener.cookie,
): Promise<{ status: number; bytes: Buffer; headers: Headers }> {
  const answer = await fetch(`${platform.url}${address}`, { headers: { cookie } });
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
}

describe('a series', () => {
  test('is made, changed and ended, unless a meeting belongs to it', async () => {
    const id = await convener.newSeries(plan);
    expect((await convener.desk()).series).toEqual([{ ...plan, id, logos: {} }]);
    const changed = { ...plan, title: { en: 'Renamed', fa: 'نام نو' } };
    expect((await convener.ask('PUT', `/api/desk/series/${id}`, changed)).body).toEqual({ ...changed, id, logos: {} });
    const meeting = await convener.newMeeting(track2, { series: id });
    const refused = await convener.ask('DELETE', `/api/desk/series/${id}`);
    expect([refused.status, refused.body]).toEqual([409, { code: 'desk.seriesInUse' }]);
    await convener.change(meeting, (file) => file, { series: null });
    expect((await convener.ask('DELETE', `/api/desk/series/${id}`)).status).toBe(204);
    expect((await convener.desk()).series).toEqual([]);
    expect((await convener.ask('DELETE', `/api/desk/series/${id}`)).status).toBe(404);
  });

  test.each([
    ['no organisation', { ...plan, organisations: [] }, 'organisations'],
    ['another part', { ...plan, organisations: [{ ...plan.organisations[0], part: 'owner' }] }, 'organisations.0.part'],
    ['no title', { ...plan, title: {} }, 'title'],
    ['an id twice', { ...plan, organisations: [plan.organisations[0], plan.organisations[0]] }, 'organisations.1.id'],
    ['a field too many', { ...plan, colour: 'red' }, ''],
  ])('with %s is refused with its place', async (_, wrong, path) => {
    const { status, body } = await convener.ask('POST', '/api/desk/series', wrong);
    expect([status, body]).toEqual([400, { code: 'desk.badRequest', path }]);
  });
});

describe('a logo', () => {
  test.each([
    ['image/svg+xml', drawing],
    ['image/png', png],
  ])('as %s comes back byte for byte, so that nothing in it can run', async (type, bytes) => {
    const id = await convener.newSeries(plan);
    // What it calls itself does not matter.
    const { status, body } = await put(id, bytes, 'o1', 'text/html');
    expect(status).toBe(200);
    const logo = await get(body.logos.o1);
    expect([logo.status, logo.bytes.equals(bytes), logo.headers.get('content-type')]).toEqual([200, true, type]);
    expect(logo.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    expect(logo.headers.get('x-content-type-options')).toBe('nosniff');
    expect(logo.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(logo.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  test('is replaced under another address, and dropped with its organisation', async () => {
    const id = await convener.newSeries(plan);
    const first = (await put(id, drawing)).body.logos.o1;
    const second = (await put(id, png)).body.logos.o1;
    expect(second).not.toBe(first);
    expect((await get(second)).bytes.equals(png)).toBe(true);
    const without = { ...plan, organisations: plan.organisations.slice(1) };
    expect(await convener.ask('PUT', `/api/desk/series/${id}`, without)).toMatchObject({ body: { logos: {} } });
    expect((await get(second)).status).toBe(404);
    await put(id, png, 'o2');
    expect(await convener.ask('DELETE', `/api/desk/series/${id}/logos/o2`)).toMatchObject({ body: { logos: {} } });
  });

  test('comes beside others at the same moment, and all are there', async () => {
    const storage = await openStorage({ kind: 'memory' });
    const { documents } = storage;
    const slow: Storage = {
      ...storage,
      documents: {
        ...documents,
        // As a disk takes its time, so that the others come in between.
        async put(...args) {
          await sleep(20);
          await documents.put(...args);
        },
      },
    };
    await platform.close();
    platform = await startPlatform({ storage: slow, links: new Map() });
    convener = await Convener.at(platform);
    const many = Array.from({ length: 12 }, (_, index) => organisation(`o${index}`, 'host'));
    const id = await convener.newSeries({ ...plan, organisations: many });
    const answers = await Promise.all(many.map(({ id: org }, index) => put(id, index % 2 === 0 ? png : drawing, org)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const [series] = (await convener.desk()).series;
    const logos = await Promise.all(many.map(({ id: org }) => get(series?.logos[org])));
    expect(logos.map(({ status }) => status)).toEqual(many.map(() => 200));
  });

  test('that is none, too large, or of nobody is refused, and the old one stays', async () => {
    const id = await convener.newSeries(plan);
    const { o1 } = (await put(id, drawing)).body.logos;
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    expect(await put(id, script)).toMatchObject({ status: 422, body: { code: 'desk.logoUnfit' } });
    expect(await put(id, Buffer.alloc(0))).toMatchObject({ status: 422 });
    const large = Buffer.concat([png, Buffer.alloc(262_144)]);
    expect(await put(id, large)).toMatchObject({
      status: 413,
      body: { code: 'desk.logoTooLarge', mostBytes: 262_144 },
    });
    expect(await put(id, png, 'nobody')).toMatchObject({ status: 404, body: { code: 'desk.unknown' } });
    expect(await put('none', png)).toMatchObject({ status: 404 });
    expect((await get(o1)).bytes.equals(drawing)).toBe(true);
  });

  test('is for conveners and for the members of its meetings alone', async () => {
    const id = await convener.newSeries(plan);
    const { o1 } = (await put(id, drawing)).body.logos;
    const [ours, others] = [await convener.newMeeting(track2, { series: id }), await convener.newMeeting(track2)];
    const [guest, stranger] = [await convener.open(ours, 'chair'), await convener.open(others, 'chair')];
    onTestFinished(() => {
      guest.close();
      stranger.close();
    });
    const [first, second] = guest.entry.organisers;
    expect(first).toEqual({ name: { en: 'Society o1' }, part: 'convener', logo: `${o1}&member=${guest.member}` });
    expect(second?.logo).toBeNull();
    expect(stranger.entry.organisers).toEqual([]);
    expect((await get(first?.logo ?? '', guest.cookie)).bytes.equals(drawing)).toBe(true);
    const refusals = await Promise.all([
      get(o1, ''),
      get(o1, guest.cookie),
      get(`${o1}&member=${stranger.member}`, stranger.cookie),
      get(`${o1}&member=${guest.member}`, stranger.cookie),
      get(`/api/logos/${id}/none`),
      get('/api/logos/none/o1'),
    ]);
    expect(new Set(refusals.map(({ status, bytes }) => `${status} ${bytes.toString()}`))).toEqual(
      new Set(['404 {"code":"http.notFound"}']),
    );
  });
});
