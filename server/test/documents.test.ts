import { pdfOf } from '@track2/shared/testing';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Person } from './person.ts';
import { startPlatform } from './platform.ts';
import { DocumentStage, nothing } from './support/documentStage.ts';
import { download, openUpload, said, upload } from './support/uploading.ts';

// Every upload is examined with a library that is loaded anew, which takes long on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let stage: DocumentStage;
beforeEach(async () => {
  stage = await DocumentStage.open();
});
afterEach(() => stage.close());

test('slides are uploaded before the meeting, sealed on the disk, and come back byte for byte', async () => {
  const mark = 'canary-of-a-minister';
  const bytes = pdfOf({ pages: 12, mark });
  const name = 'C:\\Geheim\\سخنرانی\u200cها.pdf';
  const answer = await upload(stage.keynote, bytes, { item: stage.item, name });
  expect(answer.status).toBe(201);
  const { document } = said(answer) as { document: string };
  await stage.chair.until(() => stage.documents.length === 1);
  const about = {
    id: document,
    item: stage.item,
    seat: stage.keynote.seat,
    use: 'slides',
    pages: 12,
    bytes: bytes.length,
  };
  expect(stage.documents).toEqual([{ ...about, name: { text: 'سخنرانی\u200cها.pdf' }, shown: false }]);
  const got = await download(stage.keynote, document);
  expect([got.status, got.body.equals(bytes)]).toEqual([200, true]);
  expect(got.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(bytes.length),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-disposition': 'attachment; filename="document.pdf"',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(stage.files()).toEqual([document]);
  const { disk, log } = stage.traces();
  for (const text of [mark, '%PDF', 'سخنرانی', 'Geheim']) {
    expect(disk.includes(text)).toBe(false);
    expect(log).not.toContain(text);
  }
});

test('a document outlives a restart, and what a crash left without an entry does not', async () => {
  const document = await stage.uploaded();
  const { meeting } = stage.keynote.entry;
  await stage.platform.storage.documents.put(meeting.id, 'left-behind', pieces(Buffer.from('x')));
  expect(stage.files()).toHaveLength(2);
  await stage.restart();
  expect(stage.files()).toEqual([document]);
  const answer = await download(stage.chair, document, { url: stage.platform.url });
  expect(answer.body.equals(pdfOf({ pages: 3 }))).toBe(true);
});

async function* pieces(...bytes: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* bytes;
}

test('a removed document is gone from the disk', async () => {
  const document = await stage.uploaded();
  await stage.keynote.act({ type: 'documents.remove', document });
  await expect.poll(stage.files).toEqual([]);
  expect((await download(stage.keynote, document)).status).toBe(404);
});

test('who may not see a document, or asks for none, gets the same answer', async () => {
  const slides = await stage.uploaded();
  const paper = await stage.uploaded(stage.chair, pdfOf({ pages: 1 }), 'paper');
  const waiting = await stage.platform.open('us-1');
  onTestFinished(() => waiting.close());
  await waiting.enterLobby();
  const answers = await Promise.all([
    download(stage.participant, slides),
    download(waiting, slides),
    download(waiting, paper),
    download(stage.participant, 'nothing-here'),
    download(stage.participant, '../../../etc/passwd'),
    download(stage.participant, '__proto__'),
  ]);
  for (const answer of answers) expect([answer.status, said(answer)]).toEqual([404, { code: 'http.notFound' }]);
  expect((await download(stage.chair, slides)).status).toBe(200);
  expect((await download(stage.participant, paper)).status).toBe(200);
});

test('without the own session nobody gets a document or brings one', async () => {
  const document = await stage.uploaded();
  const bytes = pdfOf({ pages: 1 });
  const gone = [401, { code: 'enter.sessionGone' }];
  for (const cookie of [
    '',
    stage.participant.cookie,
    `t2_${stage.keynote.member}=${stage.participant.cookie.split('=')[1]}`,
  ]) {
    const got = await download(stage.keynote, document, { cookie });
    expect([got.status, said(got)]).toEqual(gone);
    const put = await upload(stage.keynote, bytes, { item: stage.item, cookie });
    expect([put.status, said(put)]).toEqual(gone);
  }
  for (const origin of ['https://elsewhere.example', 'null', null]) {
    const put = await upload(stage.keynote, bytes, { item: stage.item, headers: { origin } });
    expect([put.status, said(put)]).toEqual([403, { code: 'http.foreignOrigin' }]);
  }
  expect(stage.files()).toEqual([document]);
});

test('a session of another meeting finds nothing here', async () => {
  const document = await stage.uploaded();
  const elsewhere = await startPlatform();
  const stranger = await elsewhere.open('keynote');
  onTestFinished(async () => {
    stranger.close();
    await elsewhere.close();
  });
  await stranger.enterLobby();
  const there = await download(stranger, document);
  expect([there.status, said(there)]).toEqual([404, { code: 'http.notFound' }]);
  const here = await download(stage.keynote, document, { member: stranger.member, cookie: stranger.cookie });
  expect([here.status, said(here)]).toEqual([401, { code: 'enter.sessionGone' }]);
});

test('the meeting is asked before a byte is read: no right, no seat inside, no such item', async () => {
  const waiting = await stage.platform.open('keynote+aide');
  onTestFinished(() => waiting.close());
  await waiting.enterLobby();
  const refused: [Person, string, string][] = [
    [stage.participant, stage.item, 'documents.mayNotUpload'],
    [waiting, stage.item, 'presence.required'],
    [stage.chair, 'no-such-item', 'agenda.unknownItem'],
  ];
  for (const [person, at, code] of refused) {
    const { request, answer } = openUpload(person, { item: at, headers: { 'content-length': '1000000' } });
    request.flushHeaders();
    expect((await answer).status).toBe(409);
    expect(said(await answer)).toMatchObject({ code });
    request.destroy();
  }
  expect(stage.kept()).toEqual(nothing);
});

test.each([
  ['without a name', {}, { 'x-document-name': null }],
  ['with a name that is not encoded', {}, { 'x-document-name': '%E0%A4%A' }],
  ['with another use', { use: 'film' as 'paper' }, {}],
  ['onto an item that is none', { item: '../..' }, {}],
])('an upload %s is no request', async (_, options, headers) => {
  const answer = await upload(stage.keynote, pdfOf({ pages: 1 }), { item: stage.item, ...options, headers });
  expect([answer.status, said(answer)]).toEqual([400, { code: 'documents.badRequest' }]);
  expect(stage.kept()).toEqual(nothing);
});
