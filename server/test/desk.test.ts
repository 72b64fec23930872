import { readFileSync } from 'node:fs';
import { type MeetingDesk, type MeetingFile, Template } from '@track2/shared';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openStorage } from '../src/storage/open.ts';
import type { Storage } from '../src/storage/ports.ts';
import { enter } from './person.ts';
import { type Platform, startPlatform } from './platform.ts';
import { Convener, track2 } from './support/convener.ts';

// Each of these people is a socket and a page of HTTP; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

const example = readFileSync(new URL('../../examples/keynote-with-aide.json', import.meta.url), 'utf8');

let platform: Platform;
let convener: Convener;
beforeEach(async () => {
  // Without a meeting: what is there, the desk has made.
  platform = await startPlatform({ storage: await openStorage({ kind: 'memory' }), links: new Map() });
  convener = await Convener.at(platform);
});
afterEach(async () => {
  await platform.close();
  await platform.storage.close();
});

const seated = (seat: MeetingFile['seats'][number]) => (file: MeetingFile) => ({
  ...file,
  seats: [...file.seats, seat],
});

const without = (file: MeetingFile): MeetingFile => ({
  ...file,
  delegations: {},
  seats: file.seats.filter((seat) => seat.id !== 'no-1'),
});

describe('who may come to the desk', () => {
  const paths = [
    ['GET', '/api/desk'],
    ['GET', '/api/desk/meetings/m1'],
    ['GET', '/api/desk/meetings/m1/file'],
    ['POST', '/api/desk/meetings'],
    ['PUT', '/api/desk/meetings/m1'],
    ['POST', '/api/desk/meetings/m1/invitations'],
    ['POST', '/api/desk/meetings/m1/revocations'],
    ['POST', '/api/desk/meetings/m1/cancellation'],
    ['POST', '/api/desk/series'],
    ['PUT', '/api/desk/series/s1'],
    ['DELETE', '/api/desk/series/s1'],
    ['PUT', '/api/desk/series/s1/logos/o1'],
    ['DELETE', '/api/desk/series/s1/logos/o1'],
    ['POST', '/api/desk/conveners'],
    ['DELETE', '/api/desk/conveners/first'],
  ] as const;

  test.each(paths)('%s %s answers nobody without a convener’s session, and not a member', async (method, path) => {
    const id = await convener.newMeeting(track2);
    const chair = await convener.open(id, 'chair');
    onTestFinished(() => chair.close());
    const cookies = ['', chair.cookie, `t2_convener=${chair.cookie.split('=')[1]}`, 't2_convener=x'];
    const answers = await Promise.all(
      cookies.map(async (cookie) => {
        const headers = { origin: platform.url, cookie };
        const answer = await fetch(`${platform.url}${path}`, { method, headers });
        return [answer.status, await answer.json()];
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify([401, { code: 'enter.sessionGone' }])]),
    );
    // The control: with the session it is another answer.
    expect((await convener.ask(method, path)).status).not.toBe(401);
  });

  test('no page of another origin rides on the session', async () => {
    const headers = {
      origin: 'https://elsewhere.example',
      cookie: convener.cookie,
      'content-type': 'application/json',
    };
    const body = JSON.stringify({ name: 'Eve' });
    const answer = await fetch(`${platform.url}/api/desk/conveners`, { method: 'POST', headers, body });
    expect([answer.status, await answer.json()]).toEqual([403, { code: 'http.foreignOrigin' }]);
    expect((await convener.desk()).conveners).toHaveLength(1);
  });
});

describe('a new meeting', () => {
  test.each(Template.options)('is made from the template %s and held at once', async (template) => {
    const id = await convener.newMeeting({ ...track2, template });
    const { meetings } = await convener.desk();
    expect(meetings).toMatchObject([{ id, title: track2.title, status: 'planned', invited: 0, attention: 0 }]);
    const { file, invitees, status } = await convener.meeting(id);
    expect(status).toBe('planned');
    expect(file.rule.text).toMatchObject({ en: expect.stringContaining('Chatham House Rule'), fa: expect.any(String) });
    expect(invitees.slice(0, 2).map(({ seat, role, state }) => [seat, role, state])).toEqual([
      ['chair', 'chair', 'drafted'],
      ['moderator', 'moderator', 'drafted'],
    ]);
    const chair = await convener.open(id, 'chair');
    onTestFinished(() => chair.close());
    await chair.enterLobby();
    await chair.act({ type: 'session.open' });
    expect((await convener.meeting(id)).status).toBe('open');
  });

  test('is made from a file, and given back as the same file', async () => {
    const id = await convener.newMeeting({ kind: 'file', text: example });
    const { file } = await convener.meeting(id);
    const written: MeetingFile = JSON.parse(example);
    expect(file).toMatchObject({
      id: written.id,
      title: written.title,
      agenda: written.agenda,
      hardStops: written.hardStops,
      budgets: written.budgets,
      delegations: written.delegations,
      seats: written.seats,
    });
    const download = await convener.ask<MeetingFile>('GET', `/api/desk/meetings/${id}/file`);
    expect(download.body).toEqual(file);
    expect(download.headers.get('content-disposition')).toBe(`attachment; filename="${written.id}.json"`);
    const other = await startPlatform({ storage: await openStorage({ kind: 'memory' }), links: new Map() });
    onTestFinished(() => other.close());
    const there = await Convener.at(other);
    const again = await there.newMeeting({ kind: 'file', text: JSON.stringify(download.body) });
    expect((await there.meeting(again)).file).toEqual(file);
  });

  test('is a copy of another, under a name of its own', async () => {
    const id = await convener.newMeeting({ kind: 'file', text: example });
    const copy = await convener.newMeeting({ kind: 'copy', meeting: id });
    expect(copy).not.toBe(id);
    const [one, two] = [await convener.meeting(id), await convener.meeting(copy)];
    expect({ ...two.file, id: one.file.id }).toEqual(one.file);
    expect(two.file.id).not.toBe(one.file.id);
    const ids = new Set(one.invitees.map(({ member }) => member));
    expect(two.invitees.some(({ member }) => ids.has(member))).toBe(false);
  });

  test('outlives a restart', async () => {
    const id = await convener.newMeeting(track2);
    const before = await convener.meeting(id);
    await platform.close();
    platform = await startPlatform({ storage: platform.storage, links: new Map() });
    expect(await (await Convener.at(platform)).meeting(id)).toEqual(before);
  });

  test('is refused with every problem of its file, each with its path', async () => {
    const broken = JSON.parse(example);
    broken.timeZone = 'Mars/Base';
    broken.agenda[0].minutes = -1;
    broken.seats[0].people[0].email = 'at home';
    const ask = (text: string) =>
      convener.ask<{ code: string; problems: { path: string; message: string }[] }>('POST', '/api/desk/meetings', {
        series: null,
        startsAt: 1,
        from: { kind: 'file', text },
      });
    const { status, body } = await ask(JSON.stringify(broken));
    expect([status, body.code]).toEqual([422, 'desk.fileProblems']);
    expect(body.problems.map(({ path }) => path).toSorted()).toEqual([
      'agenda[0].minutes',
      'seats[0].people[0].email',
      'timeZone',
    ]);
    expect((await ask('{ "format": ')).body.problems).toMatchObject([
      { path: '', message: expect.stringContaining('line 1') },
    ]);
    await convener.newMeeting({ kind: 'file', text: example });
    expect((await ask(example)).body.problems).toMatchObject([{ path: 'id' }]);
    expect((await convener.desk()).meetings).toHaveLength(1);
  });

  test('is refused for a series, a meeting or a template that is not there', async () => {
    const ask = (body: object) => convener.ask('POST', '/api/desk/meetings', { series: null, startsAt: 1, ...body });
    expect(await ask({ series: 'none', from: track2 })).toMatchObject({ status: 404, body: { code: 'desk.unknown' } });
    expect(await ask({ from: { kind: 'copy', meeting: 'none' } })).toMatchObject({ status: 404 });
    expect(await ask({ from: { ...track2, template: 'ball' } })).toMatchObject({
      status: 400,
      body: { code: 'desk.badRequest', path: 'from.template' },
    });
    expect((await convener.desk()).meetings).toEqual([]);
  });
});

describe('a change', () => {
  const norway = {
    id: 'no-1',
    role: 'participant',
    delegation: 'no',
    people: [{ id: 'ingrid', name: 'Ingrid Solheim', office: 'Fjordlys Foundation', email: 'ingrid@example.org' }],
  } as const satisfies MeetingFile['seats'][number];
  const withNorway = (file: MeetingFile): MeetingFile => ({
    ...seated(norway)(file),
    delegations: { no: { en: 'Norway' } },
  });

  test('is saved as it was sent, and ids stay with what keeps its name', async () => {
    const id = await convener.newMeeting(track2);
    const before = await convener.meeting(id);
    const { status, body } = await convener.change(id, (file) => withNorway({ ...file, title: { en: 'Renamed' } }));
    expect(status).toBe(200);
    expect(body.file).toMatchObject({ title: { en: 'Renamed' }, delegations: { no: { en: 'Norway' } } });
    expect(body.file.seats.at(-1)).toEqual(norway);
    expect(body.revision).not.toBe(before.revision);
    expect(body.invitees.slice(0, 3)).toEqual(before.invitees);
    expect(body.invitees.at(-1)).toMatchObject({ seat: 'no-1', person: 'ingrid', email: 'ingrid@example.org' });
    expect(await convener.meeting(id)).toEqual(body);
  });

  test('made on an older state is refused, whether another convener or the chair was faster', async () => {
    const id = await convener.newMeeting(track2);
    const { revision } = await convener.meeting(id);
    await convener.change(id, withNorway);
    const late = await convener.change(id, (file) => file, { revision });
    expect([late.status, late.body]).toEqual([409, { code: 'desk.changedMeanwhile' }]);
    const chair = await convener.open(id, 'chair');
    onTestFinished(() => chair.close());
    await chair.enterLobby();
    const { revision: seen } = await convener.meeting(id);
    await chair.act({ type: 'agenda.dropItem', item: chair.state.agenda.items[3]?.id ?? '' });
    expect(await convener.change(id, (file) => file, { revision: seen })).toMatchObject({ status: 409 });
    expect((await convener.change(id, (file) => file)).status).toBe(200);
  });

  test('that the chair overtakes while it is being saved is refused, and nothing of the chair’s is lost', async () => {
    const storage = await openStorage({ kind: 'memory' });
    let meanwhile: (() => Promise<unknown>) | null = null;
    const { vault } = storage;
    const slow: Storage = {
      ...storage,
      vault: {
        ...vault,
        // Between the look at the meeting and the turn in which it is changed.
        async store(meeting, words) {
          await meanwhile?.();
          await vault.store(meeting, words);
        },
      },
    };
    await platform.close();
    platform = await startPlatform({ storage: slow, links: new Map() });
    convener = await Convener.at(platform);
    const id = await convener.newMeeting(track2);
    const chair = await convener.open(id, 'chair');
    onTestFinished(() => chair.close());
    await chair.enterLobby();
    const item = chair.state.agenda.items[3]?.id ?? '';
    meanwhile = () => {
      meanwhile = null;
      return chair.act({ type: 'agenda.changeItem', item, title: { en: 'The chair’s own' } });
    };
    const before = await convener.meeting(id);
    const late = await convener.change(id, (file) => withNorway({ ...file, title: { en: 'Renamed' } }));
    expect([late.status, late.body]).toEqual([409, { code: 'desk.changedMeanwhile' }]);
    const after = await convener.meeting(id);
    expect(after.file.agenda[3]?.title).toEqual({ en: 'The chair’s own' });
    expect(after.file.title).toEqual(before.file.title);
    expect(after.invitees).toHaveLength(before.invitees.length);
    expect((await convener.change(id, withNorway)).status).toBe(200);
  });

  test('that meets a fault of the store leaves a meeting that can be read and changed', async () => {
    const storage = await openStorage({ kind: 'memory' });
    let fails = false;
    const { log } = storage;
    const failing: Storage = {
      ...storage,
      log: {
        ...log,
        append: (...args) => (fails ? Promise.reject(new Error('the disk is full')) : log.append(...args)),
      },
    };
    await platform.close();
    platform = await startPlatform({ storage: failing, links: new Map() });
    convener = await Convener.at(platform);
    const id = await convener.newMeeting(track2);
    const { revision, file, startsAt } = await convener.meeting(id);
    fails = true;
    const body = { revision, series: null, startsAt, file: withNorway(file) };
    expect(await convener.ask('PUT', `/api/desk/meetings/${id}`, body)).toMatchObject({
      status: 500,
      body: { code: 'http.fault' },
    });
    fails = false;
    await platform.close();
    platform = await startPlatform({ storage, links: new Map() });
    convener = await Convener.at(platform);
    expect((await convener.meeting(id)).file.seats).toEqual(file.seats);
    expect((await convener.change(id, withNorway)).body.file.seats.at(-1)).toEqual(norway);
  });

  test('is seen by who is inside, with the new names', async () => {
    const id = await convener.newMeeting(track2);
    const chair = await convener.open(id, 'chair');
    onTestFinished(() => chair.close());
    await chair.enterLobby();
    await convener.change(id, withNorway);
    await chair.until(() => Object.values(chair.nameplates.members).some(({ name }) => name === 'Ingrid Solheim'));
    expect(Object.values(chair.nameplates.delegations)).toEqual([{ en: 'Norway' }]);
  });

  test('that the file cannot have is refused with each path, and changes nothing', async () => {
    const id = await convener.newMeeting(track2);
    const before = await convener.meeting(id);
    const answer = await convener.change(id, (file) => ({
      ...file,
      id: 'another',
      timeZone: 'Mars/Base',
      seats: file.seats.filter(({ role }) => role !== 'chair'),
    }));
    expect(answer).toMatchObject({ status: 422, body: { problems: [{ path: 'timeZone' }] } });
    const renamed = await convener.change(id, (file) => ({ ...file, id: 'another' }));
    expect(renamed).toMatchObject({ status: 422, body: { problems: [{ path: 'id' }] } });
    expect(await convener.meeting(id)).toEqual(before);
  });

  test('of the rule’s text is another version', async () => {
    const id = await convener.newMeeting(track2);
    const rule = { version: 1, text: { en: 'Nothing leaves this room.' } };
    const { body } = await convener.change(id, (file) => ({ ...file, rule }));
    expect(body.file.rule).toEqual({ ...rule, version: 2 });
  });

  test('takes out who has not entered, with link and session; who has entered stays', async () => {
    const id = await convener.newMeeting(track2);
    await convener.change(id, withNorway);
    const ingrid = await convener.open(id, 'no-1', 'ingrid');
    onTestFinished(() => ingrid.close());
    const ended = new Promise((resolve) => ingrid.socket.once('ended', resolve));
    expect((await convener.change(id, without)).status).toBe(200);
    expect(await ended).toBe('linkRevoked');
    const again = await enter(platform.url, { member: ingrid.member }, { cookie: ingrid.cookie });
    expect([again.status, again.body]).toEqual([401, { code: 'enter.sessionGone' }]);
    expect(JSON.stringify(await platform.storage.vault.words(id))).not.toContain('Ingrid');

    await convener.change(id, withNorway);
    const back = await convener.open(id, 'no-1', 'ingrid');
    onTestFinished(() => back.close());
    expect(back.member).not.toBe(ingrid.member);
    await back.enterLobby();
    const refused = await convener.change(id, without);
    expect([refused.status, refused.body]).toEqual([409, { code: 'desk.seatEntered', seat: 'no-1' }]);
    expect((await convener.meeting(id)).file.seats.at(-1)).toEqual(norway);
  });

  test('of somebody else’s name on a seat is another person: the old link opens nothing', async () => {
    const id = await convener.newMeeting(track2);
    await convener.change(id, withNorway);
    const { member } = await convener.invitee(id, 'no-1', 'ingrid');
    const link = await convener.linkFor(id, member);
    const heir = { ...norway, people: [{ name: 'Lars Berg' }] };
    const { body } = await convener.change(id, (file) => ({ ...file, seats: [...file.seats.slice(0, -1), heir] }));
    expect(body.invitees.at(-1)).toMatchObject({ name: 'Lars Berg', state: 'drafted' });
    expect(body.invitees.at(-1)?.member).not.toBe(member);
    expect((await enter(platform.url, { secret: link.split('#')[1] })).status).toBe(404);
  });

  test('of an open meeting may change its people, and leaves the agenda to the chair', async () => {
    const id = await convener.newMeeting(track2);
    const chair = await convener.open(id, 'chair');
    onTestFinished(() => chair.close());
    await chair.enterLobby();
    await chair.act({ type: 'session.open' });
    const agenda = await convener.change(id, (file) => ({ ...file, agenda: file.agenda.slice(1) }));
    expect([agenda.status, agenda.body]).toEqual([409, { code: 'desk.agendaIsTheChairs' }]);
    const policy = await convener.change(id, (file) => ({ ...file, policy: { ...file.policy, turnSeconds: 60 } }));
    expect(policy.status).toBe(409);
    expect((await convener.change(id, (file) => file, { startsAt: 5 })).status).toBe(409);
    expect((await convener.change(id, withNorway)).status).toBe(200);
    await chair.until(() => Object.values(chair.nameplates.members).some(({ name }) => name === 'Ingrid Solheim'));
    await chair.act({ type: 'session.adjourn' });
    const over = await convener.change(id, (file) => ({ ...file, title: { en: 'Over' } }));
    expect([over.status, over.body]).toEqual([409, { code: 'desk.notPlanned' }]);
  });

  test('outlives a restart, as does the series', async () => {
    const organisations = [{ id: 'o1', name: { en: 'A society' }, part: 'convener' as const }];
    const series = await convener.newSeries({ title: { en: 'A series' }, organisations });
    const id = await convener.newMeeting(track2);
    const { body } = await convener.change(id, withNorway, { series, startsAt: 1_900_000_000_000 });
    expect(body).toMatchObject({ series, startsAt: 1_900_000_000_000 });
    await platform.close();
    platform = await startPlatform({ storage: platform.storage, links: new Map() });
    const again: MeetingDesk = await (await Convener.at(platform)).meeting(id);
    expect(again).toEqual(body);
  });
});

describe('conveners', () => {
  test('invite each other by link, and see who has come', async () => {
    const { id, url } = await convener.get<{ id: string; url: string }>('POST', '/api/desk/conveners', {
      name: 'Łucja',
    });
    expect((await convener.desk()).conveners).toMatchObject([
      { id: 'first', name: '', you: true, opened: true },
      { id, name: 'Łucja', you: false, opened: false },
    ]);
    const other = await Convener.at(platform, url);
    expect((await other.desk()).conveners).toMatchObject([
      { id: 'first', you: false },
      { id, you: true, opened: true },
    ]);
    const used = await enter(platform.url, { secret: url.split('#')[1] }, { cookie: convener.cookie });
    expect([used.status, used.body]).toEqual([409, { code: 'enter.linkUsed' }]);
  });

  test('end each other’s access, but for the last one', async () => {
    const { id, url } = await convener.get<{ id: string; url: string }>('POST', '/api/desk/conveners', { name: 'Eve' });
    const other = await Convener.at(platform, url);
    expect((await other.ask('DELETE', '/api/desk/conveners/first')).status).toBe(204);
    expect((await convener.ask('GET', '/api/desk')).status).toBe(401);
    const last = await other.ask('DELETE', `/api/desk/conveners/${id}`);
    expect([last.status, last.body]).toEqual([409, { code: 'desk.lastConvener' }]);
    expect((await other.ask('DELETE', '/api/desk/conveners/nobody')).status).toBe(404);
    // What the operator has always: a new link for the first one.
    expect((await (await Convener.at(platform)).desk()).conveners).toHaveLength(2);
  });
});
