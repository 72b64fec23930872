import type { EquipmentResult, InvitationReply, MeetingFile } from '@track2/shared';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Mail } from '../src/desk/parts.ts';
import { openMailer } from '../src/invitations/mailer.ts';
import { openStorage } from '../src/storage/open.ts';
import { enter, Person } from './person.ts';
import { type Platform, startPlatform } from './platform.ts';
import { Convener, track2 } from './support/convener.ts';
import { eventIn, MailSink } from './support/mailSink.ts';

// Each of these people is a socket and a page of HTTP; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

const from = { name: 'A society', address: 'talks@example.org' };

let sink: MailSink;
let platform: Platform;
let convener: Convener;
let id: string;
const logged: string[] = [];
const mailers: Mail['mailer'][] = [];

/** The way to a mail server on this port, in the clear as on any loopback. */
function mailTo(port: number): Mail {
  const smtp = { secure: false, host: '127.0.0.1', port, login: null };
  const mailer = openMailer({ mail: { smtp, from } }, pino({ level: 'silent' }));
  if (mailer === null) throw new Error('mail is set up');
  mailers.push(mailer);
  return { mailer, from };
}

const delegates: MeetingFile['seats'] = [
  { id: 'no-1', role: 'participant', people: [{ id: 'ingrid', name: 'Ingrid Solheim', email: 'ingrid@example.org' }] },
  {
    id: 'ir-1',
    role: 'participant',
    people: [{ id: 'leila', name: 'لیلا فراهمند', email: 'leila@example.org', language: 'fa' }],
  },
  { id: 'us-1', role: 'participant', people: [{ id: 'john', name: 'John Miller' }] },
];

async function start(mail: Mail | null): Promise<void> {
  logged.length = 0;
  const logger = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  platform = await startPlatform({ storage: await openStorage({ kind: 'memory' }), links: new Map(), mail, logger });
  convener = await Convener.at(platform);
  id = await convener.newMeeting(track2);
  const { status } = await convener.change(id, (file) => ({ ...file, seats: [...file.seats, ...delegates] }));
  expect(status).toBe(200);
}

beforeEach(async () => {
  sink = await MailSink.open();
  await start(mailTo(sink.port));
});
afterEach(async () => {
  await platform.close();
  await platform.storage.close();
  // Before the server that they are connected to, which would wait for them.
  for (const mailer of mailers.splice(0)) mailer.close();
  await sink.close();
});

const memberOn = async (seat: string, person: string): Promise<string> =>
  (await convener.invitee(id, seat, person)).member;

async function invite(by: 'mail' | 'hand', ...members: string[]): Promise<InvitationReply['invitations']> {
  const reply = await convener.get<InvitationReply>('POST', `/api/desk/meetings/${id}/invitations`, { members, by });
  return reply.invitations;
}

const linkIn = (text = ''): string => /\S+\/enter#[A-Za-z0-9_-]{43}/.exec(text)?.[0] ?? '';
const stateOf = async (seat: string, person: string): Promise<string> =>
  (await convener.invitee(id, seat, person)).state;

const works: EquipmentResult = {
  camera: 'ok',
  microphone: 'ok',
  speaker: 'heard',
  udp: 'ok',
  tcp: 'ok',
  loopback: 'ok',
  roundTripMs: 20,
  lossPercent: 0,
};

describe('an invitation', () => {
  test('goes from the desk to the mailbox and from there to the seat, and the desk sees each step', async () => {
    expect((await convener.desk()).mail).toBe(true);
    const leila = await memberOn('ir-1', 'leila');
    expect(await stateOf('ir-1', 'leila')).toBe('drafted');
    expect(await invite('mail', leila)).toEqual([{ member: leila, outcome: 'mailed' }]);
    const [arrived] = sink.arrived;
    expect(arrived?.envelope).toEqual({ from: from.address, to: ['leila@example.org'] });
    expect(await convener.invitee(id, 'ir-1', 'leila')).toMatchObject({
      state: 'sent',
      sent: { by: 'mail', at: expect.any(Number) },
      openedAt: null,
      mailProblem: null,
    });
    const [card] = (await convener.desk()).meetings;
    expect(card).toMatchObject({ people: 6, invited: 1, attention: 0 });

    const person = await Person.open(platform.url, linkIn(arrived?.mail.text));
    onTestFinished(() => person.close());
    expect(person.member).toBe(leila);
    expect(await convener.invitee(id, 'ir-1', 'leila')).toMatchObject({
      state: 'opened',
      openedAt: expect.any(Number),
    });
    await person.act({ type: 'roster.reportCheck', result: works });
    expect(await convener.invitee(id, 'ir-1', 'leila')).toMatchObject({ state: 'tested', check: works });
    const chair = await convener.open(id, 'chair');
    onTestFinished(() => chair.close());
    await chair.enterLobby();
    await person.enterLobby();
    expect(await convener.invitee(id, 'ir-1', 'leila')).toMatchObject({ state: 'tested', presence: 'inLobby' });
    await chair.act({ type: 'roster.admit', member: leila });
    expect(await convener.invitee(id, 'ir-1', 'leila')).toMatchObject({ state: 'admitted', ruleAccepted: true });
  });

  test('by hand is told once, with words to copy, and nothing is mailed', async () => {
    const john = await memberOn('us-1', 'john');
    const [invitation] = await invite('hand', john);
    if (invitation?.outcome !== 'handed') throw new Error('it was handed out');
    expect(invitation.text).toContain(invitation.url);
    expect(linkIn(invitation.url)).toBe(invitation.url);
    expect(invitation.subject).toContain('Water and transit');
    expect(sink.arrived).toEqual([]);
    expect(await convener.invitee(id, 'us-1', 'john')).toMatchObject({ state: 'sent', sent: { by: 'hand' } });
    expect(JSON.stringify(await convener.meeting(id))).not.toContain(invitation.url.split('#')[1]);
  });

  test('anew ends the old link, its session and its socket', async () => {
    const ingrid = await convener.open(id, 'no-1', 'ingrid');
    onTestFinished(() => ingrid.close());
    const ticket = await ingrid.ticket();
    const ended = new Promise((resolve) => ingrid.socket.once('ended', resolve));
    const link = await convener.linkFor(id, ingrid.member);
    expect(await ended).toBe('linkRevoked');
    expect((await enter(platform.url, { member: ingrid.member }, { cookie: ingrid.cookie })).status).toBe(401);
    await expect(ingrid.connect(ticket)).rejects.toThrow('ticket.unknown');
    expect(await stateOf('no-1', 'ingrid')).toBe('sent');
    const again = await Person.open(platform.url, link);
    onTestFinished(() => again.close());
    expect(again.member).toBe(ingrid.member);
  });

  test('anew forgets what was noticed of the old link', async () => {
    const ingrid = await memberOn('no-1', 'ingrid');
    const old = await convener.linkFor(id, ingrid);
    const person = await Person.open(platform.url, old);
    onTestFinished(() => person.close());
    expect((await enter(platform.url, { secret: old.split('#')[1] })).status).toBe(409);
    expect(await convener.invitee(id, 'no-1', 'ingrid')).toMatchObject({ linkUses: 1 });
    expect((await convener.desk()).meetings[0]?.attention).toBe(1);
    await convener.linkFor(id, ingrid);
    expect(await convener.invitee(id, 'no-1', 'ingrid')).toMatchObject({ linkUses: 0, state: 'sent' });
    expect((await convener.desk()).meetings[0]?.attention).toBe(0);
  });

  test('revoked ends link, session, ticket and socket, until another one is issued', async () => {
    const ingrid = await convener.open(id, 'no-1', 'ingrid');
    onTestFinished(() => ingrid.close());
    const ticket = await ingrid.ticket();
    const ended = new Promise((resolve) => ingrid.socket.once('ended', resolve));
    const members = [ingrid.member];
    expect((await convener.ask('POST', `/api/desk/meetings/${id}/revocations`, { members })).status).toBe(204);
    expect(await ended).toBe('linkRevoked');
    expect(await convener.invitee(id, 'no-1', 'ingrid')).toMatchObject({ state: 'revoked', sent: null });
    expect((await enter(platform.url, { member: ingrid.member }, { cookie: ingrid.cookie })).status).toBe(401);
    await expect(ingrid.connect(ticket)).rejects.toThrow('ticket.unknown');
    await convener.linkFor(id, ingrid.member);
    expect(await stateOf('no-1', 'ingrid')).toBe('sent');
  });

  test('for nobody of this meeting is refused, and issues none', async () => {
    const ingrid = await memberOn('no-1', 'ingrid');
    const path = `/api/desk/meetings/${id}`;
    for (const [last, more] of [
      ['invitations', { by: 'hand' }],
      ['revocations', {}],
    ] as const)
      expect(await convener.ask('POST', `${path}/${last}`, { members: [ingrid, 'nobody'], ...more })).toMatchObject({
        status: 404,
        body: { code: 'desk.unknown' },
      });
    expect(await stateOf('no-1', 'ingrid')).toBe('drafted');
  });
});

describe('mail that does not go out', () => {
  test('is told for each, and who was not reached counts as not invited', async () => {
    const [ingrid, john] = [await memberOn('no-1', 'ingrid'), await memberOn('us-1', 'john')];
    await sink.close();
    expect(await invite('mail', ingrid, john)).toEqual([
      { member: ingrid, outcome: 'failed', problem: 'unreachable' },
      { member: john, outcome: 'failed', problem: 'noAddress' },
    ]);
    expect(await convener.invitee(id, 'no-1', 'ingrid')).toMatchObject({
      state: 'drafted',
      sent: null,
      mailProblem: 'unreachable',
    });
    expect((await convener.desk()).meetings[0]).toMatchObject({ invited: 0, attention: 1 });
  });

  test('refused by the server is told so, and the next one that arrives clears it', async () => {
    let isFull = true;
    await sink.close();
    await platform.close();
    sink = await MailSink.open({
      onRcptTo: (_, __, done) => (isFull ? done(Object.assign(new Error('full'), { responseCode: 550 })) : done()),
    });
    await start(mailTo(sink.port));
    const ingrid = await memberOn('no-1', 'ingrid');
    expect(await invite('mail', ingrid)).toEqual([{ member: ingrid, outcome: 'failed', problem: 'refused' }]);
    isFull = false;
    expect(await invite('mail', ingrid)).toEqual([{ member: ingrid, outcome: 'mailed' }]);
    expect(await convener.invitee(id, 'no-1', 'ingrid')).toMatchObject({ state: 'sent', mailProblem: null });
  });

  test('without a mail server the desk says so, and hands out', async () => {
    await platform.close();
    await start(null);
    expect((await convener.desk()).mail).toBe(false);
    const ingrid = await memberOn('no-1', 'ingrid');
    expect(await invite('mail', ingrid)).toEqual([{ member: ingrid, outcome: 'failed', problem: 'noMail' }]);
    expect(await stateOf('no-1', 'ingrid')).toBe('drafted');
    expect(await invite('hand', ingrid)).toMatchObject([{ outcome: 'handed' }]);
  });
});

const arrivedFor = (address: string) => sink.arrived.filter(({ envelope }) => envelope.to.includes(address));

const entries = (address: string) =>
  arrivedFor(address).map(({ calendars }) => {
    const { method, event } = eventIn(calendars[0]?.text ?? '');
    return { method, sequence: event.sequence, uid: event.uid, start: event.startDate.toJSDate().getTime() };
  });

describe('those who were invited by mail', () => {
  test('are told of another start and of the cancellation, in the same entry of their calendar', async () => {
    const ingrid = await memberOn('no-1', 'ingrid');
    await invite('mail', ingrid);
    await invite('hand', await memberOn('us-1', 'john'));
    const { startsAt } = await convener.meeting(id);
    const later = startsAt + 3_600_000;
    await convener.change(id, (file) => ({ ...file, hosts: { en: 'Others' } }));
    await convener.change(id, (file) => file, { startsAt: later });
    await vi.waitFor(() => expect(sink.arrived).toHaveLength(2), { timeout: 5000 });
    expect(arrivedFor('ingrid@example.org')[1]?.raw).not.toContain('/enter');
    const reply = await convener.get<{ mailed: number }>('POST', `/api/desk/meetings/${id}/cancellation`);
    expect(reply).toEqual({ mailed: 1 });
    const [first, second, third] = entries('ingrid@example.org');
    expect(sink.arrived).toHaveLength(3);
    expect([first, second, third]).toEqual([
      { method: 'REQUEST', sequence: 0, uid: first?.uid, start: startsAt },
      { method: 'REQUEST', sequence: 1, uid: first?.uid, start: later },
      { method: 'CANCEL', sequence: 2, uid: first?.uid, start: later },
    ]);
    expect(await convener.meeting(id)).toMatchObject({ status: 'cancelled' });
    const again = await convener.ask('POST', `/api/desk/meetings/${id}/cancellation`);
    expect([again.status, again.body]).toEqual([409, { code: 'desk.notPlanned' }]);
    expect(
      (await convener.ask('POST', `/api/desk/meetings/${id}/invitations`, { members: [ingrid], by: 'hand' })).status,
    ).toBe(409);
  });

  test('an open meeting is not cancelled', async () => {
    const chair = await convener.open(id, 'chair');
    onTestFinished(() => chair.close());
    await chair.enterLobby();
    await chair.act({ type: 'session.open' });
    expect(await convener.ask('POST', `/api/desk/meetings/${id}/cancellation`)).toMatchObject({ status: 409 });
    expect((await convener.meeting(id)).status).toBe('open');
  });
});

test('no link, name or address is in the log, whatever the desk does', async () => {
  const leila = await memberOn('ir-1', 'leila');
  await invite('mail', leila);
  const links = [linkIn(sink.arrived[0]?.mail.text), await convener.linkFor(id, leila)];
  const secrets = links.map((link) => link.split('#')[1] ?? 'missing');
  await enter(platform.url, { secret: secrets[1] ?? '' });
  await enter(platform.url, { secret: secrets[1] ?? '' });
  await convener.change(id, (file) => ({ ...file, title: { en: 'Another title' } }));
  await vi.waitFor(() => expect(sink.arrived.length).toBeGreaterThan(0));
  const log = logged.join('');
  // The control: the log was written, and would have held them.
  expect(log).not.toBe('');
  for (const word of [...secrets, 'leila@example.org', 'لیلا', 'Another title', convener.cookie.split('=')[1] ?? ''])
    expect(log).not.toContain(word);
});
