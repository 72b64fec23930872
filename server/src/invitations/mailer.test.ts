import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { type BaseLogger, pino } from 'pino';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { invitationInput, linkSecret } from '../../test/support/invitationInput.ts';
import { mailCertificate } from '../../test/support/mailCertificate.ts';
import { type Arrived, eventIn, MailSink, secretBesideBodies } from '../../test/support/mailSink.ts';
import { loadConfig } from '../config.ts';
import { type ComposedMail, composeInvitation, type InvitationInput } from './compose.ts';
import { type Mailer, openMailer, type SendOutcome } from './mailer.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function sinkOf(options?: SMTPServerOptions): Promise<MailSink> {
  const sink = await MailSink.open(options);
  closing.push(() => sink.close());
  return sink;
}

let log = '';
function logger(): BaseLogger {
  log = '';
  const write = (line: string): void => {
    log += line;
  };
  return pino({ level: 'trace' }, { write });
}

/** The mailer that this address in the environment makes. */
function mailerAt(url: string): Mailer {
  const loaded = loadConfig({
    TRACK2_SMTP_URL: url,
    TRACK2_MAIL_FROM: 'Hindu Kush Dialogue Society <talks@example.org>',
  });
  if (loaded.kind === 'problems') throw new Error(JSON.stringify(loaded.problems));
  const mailer = openMailer(loaded.config, logger());
  if (mailer === null) throw new Error('no mailer');
  closing.push(() => mailer.close());
  return mailer;
}

const deliverWhole = async (message: ComposedMail): Promise<Arrived> => {
  const sink = await sinkOf();
  expect(await mailerAt(`smtp://127.0.0.1:${sink.port}`).send(message)).toEqual({ kind: 'sent' });
  const [arrived] = sink.arrived;
  if (arrived === undefined) throw new Error('nothing arrived');
  return arrived;
};
const deliver = (wanted?: Parameters<typeof invitationInput>[0]): Promise<Arrived> =>
  deliverWhole(composeInvitation(invitationInput(wanted)));

const entryIn = ({ calendars }: Arrived) => eventIn(calendars[0]?.text ?? '');
const attachments = ({ calendars }: Arrived) =>
  calendars.map(({ part }) => [part.mimeType, part.disposition, part.method]);

/** The message of a composer with a part replaced. */
const planted = (part: (input: InvitationInput) => Partial<InvitationInput>): ComposedMail => {
  const input = invitationInput();
  return composeInvitation({ ...input, ...part(input) });
};

const tagsIn = (page: string | undefined): string[] => page?.match(/<[^>]*>/g) ?? [];

/** A server that answers every recipient so. */
const answering = (responseCode: number): SMTPServerOptions => ({
  onRcptTo: (_, __, done) => done(Object.assign(new Error('<amina@example.org> has moved'), { responseCode })),
});

describe('an invitation that arrived', () => {
  it('is from the organisers to the person, with the link alone on its line', async () => {
    const { mail, envelope } = await deliver();
    expect(envelope).toEqual({ from: 'talks@example.org', to: ['amina@example.org'] });
    expect(mail.from).toEqual({ name: 'Hindu Kush Dialogue Society', address: 'talks@example.org' });
    expect(mail.to).toEqual([{ name: 'Dr Amina Rahimi', address: 'amina@example.org' }]);
    expect(mail.subject).toBe('Invitation: Regional dimensions of the peace process');
    expect(mail.text?.split('\n')).toContain(invitationInput().url);
    expect(mail.html).toContain(`href="${invitationInput().url}"`);
    expect(mail.headers.map(({ key }) => key)).not.toContain('x-mailer');
  });

  it('has a calendar entry in UTC that leads to the meeting without the secret', async () => {
    const { method, event, component } = entryIn(await deliver());
    expect(method).toBe('REQUEST');
    expect([event.startDate.toString(), event.endDate.toString()]).toEqual([
      '2020-05-28T11:30:00Z',
      '2020-05-28T13:30:00Z',
    ]);
    expect(component.toString()).not.toContain('TZID');
    expect([event.location, component.getFirstPropertyValue('url')]).toEqual([
      'https://meet.example.org/seat/b7Qx',
      'https://meet.example.org/seat/b7Qx',
    ]);
    expect(event.organizer).toBe('mailto:talks@example.org');
    expect(event.attendees.map((one) => String(one.getFirstValue()).toLowerCase())).toEqual([
      'mailto:amina@example.org',
    ]);
    expect(component.getFirstPropertyValue('class')).toBe('PRIVATE');
  });

  it('is in Persian for a reader of Persian, names and title whole', async () => {
    const arrived = await deliver({ person: { language: 'fa', name: 'دکتر امینه رحیمی‌زاده' } });
    const { mail } = arrived;
    expect(mail.subject).toBe('دعوت به جلسه: ابعاد منطقه‌ای روند صلح');
    expect(mail.to?.[0]?.name).toBe('دکتر امینه رحیمی‌زاده');
    expect(mail.text).toContain('دکتر امینه رحیمی‌زاده گرامی،');
    expect(mail.html).toContain('<html lang="fa" dir="rtl">');
    expect(mail.text?.split('\n')).toContain(invitationInput().url);
    const { event } = entryIn(arrived);
    expect(event.summary).toBe('ابعاد منطقه‌ای روند صلح');
    expect(event.attendees[0]?.getParameter('cn')).toBe('دکتر امینه رحیمی‌زاده');
  });
});

describe('the secret of a link', () => {
  it.each(['en', 'fa'])('stands in the bodies of a message (%s) and nowhere else in it', async (language) => {
    const arrived = await deliver({ person: { language } });
    expect(arrived.mail.text).toContain(linkSecret);
    expect(secretBesideBodies(arrived, linkSecret)).toEqual([]);
  });

  it('is found where a composer puts it into the calendar, folded or escaped', async () => {
    const asAddress = planted(({ url }) => ({ address: url ?? '' }));
    expect(secretBesideBodies(await deliverWhole(asAddress), linkSecret)).toEqual(['calendar text/calendar']);
    const escaped = planted(() => ({
      address: `https://meet.example.org/go?to=%23%${linkSecret.charCodeAt(0).toString(16)}${linkSecret.slice(1)}`,
    }));
    expect(secretBesideBodies(await deliverWhole(escaped), linkSecret)).toEqual(['calendar text/calendar']);
    const asTitle = planted(({ meeting }) => ({ meeting: { ...meeting, title: { en: `Talk ${linkSecret}` } } }));
    expect(secretBesideBodies(await deliverWhole(asTitle), linkSecret)).toContain('header subject');
  });

  // Programs that read a calendar beside the text as the message itself take the text over into the entry.
  it('is in no message whose calendar is another form of its text', async () => {
    expect(attachments(await deliver())).toEqual([['text/calendar', 'attachment', 'REQUEST']]);
    expect(attachments(await deliver({ kind: 'update', url: null }))).toContainEqual([
      'text/calendar',
      null,
      'REQUEST',
    ]);
  });
});

it('a change and a cancellation are about the same entry, each newer than the one before', async () => {
  const later = { startsAt: Date.UTC(2020, 4, 29, 8), endsAt: Date.UTC(2020, 4, 29, 10) };
  const messages = [
    await deliver(),
    await deliver({ kind: 'update', url: null, sequence: 1, meeting: later }),
    await deliver({ kind: 'cancellation', url: null, sequence: 2, meeting: later }),
  ];
  const entries = messages.map(entryIn);
  expect(entries.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
  expect(entries.map(({ event }) => event.sequence)).toEqual([0, 1, 2]);
  expect(new Set(entries.map(({ event }) => event.uid)).size).toBe(1);
  expect(entries[1]?.event.startDate.toString()).toBe('2020-05-29T08:00:00Z');
  expect(entries[2]?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(messages.map(({ mail }) => mail.subject?.split(':')[0])).toEqual(['Invitation', 'Changed', 'Cancelled']);
  for (const { calendars } of messages.slice(1)) expect(new Set(calendars.map(({ text }) => text)).size).toBe(1);
});

describe('hostile words do nothing', () => {
  const hostile = [
    'Amina\r\nBcc: everybody@example.net\r\n\r\nbody',
    'Amina\nATTENDEE:mailto:spy@example.net\nEND:VEVENT',
    '"Amina" <spy@example.net>, other',
    'Amina; ROLE=CHAIR:mailto:spy@example.net',
    'amina\u202Egro.elpmaxe\u202C \u2066x\u2069',
    '<img src=https://spy.example.net/x.png><script>alert(1)</script>',
    '=?utf-8?q?=0D=0ABcc:_spy=40example.net?=',
    '\u0000\u0007\u2028\u2029\uD800',
  ];

  const harmless = tagsIn(composeInvitation(invitationInput()).html);

  it.each(hostile)('as a name, a title and a host: %j', async (words) => {
    const arrived = await deliver({ person: { name: words }, meeting: { title: { en: words }, hosts: { en: words } } });
    const { mail, envelope } = arrived;
    expect(envelope.to).toEqual(['amina@example.org']);
    expect(mail.to?.map(({ address }) => address)).toEqual(['amina@example.org']);
    expect([mail.bcc, mail.cc]).toEqual([undefined, undefined]);
    const { event, component } = entryIn(arrived);
    expect(event.attendees).toHaveLength(1);
    expect(component.getAllProperties('organizer')).toHaveLength(1);
    expect(event.startDate.toString()).toBe('2020-05-28T11:30:00Z');
    const shown = [mail.subject, mail.text, mail.html, mail.to?.[0]?.name, event.summary].join('\n');
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]/u);
    expect(tagsIn(mail.html)).toEqual(harmless);
    expect(mail.text?.split('\n')).toContain(invitationInput().url);
  });
});

describe('the way to the mail server', () => {
  const message = composeInvitation(invitationInput());

  // An address of this machine that is none of the names for it: to the mailer it is a server elsewhere.
  it('is refused in the clear to another machine, before anything was said', async () => {
    let said = 0;
    const hear = (done: (error: Error) => void): void => {
      said += 1;
      done(new Error('heard'));
    };
    const sink = await sinkOf({
      disabledCommands: ['STARTTLS'],
      onAuth: (_, __, done) => hear(done),
      onMailFrom: (_, __, done) => hear(done),
    });
    const mailer = mailerAt(`smtp://talks:p%40ss%3Aword@0.0.0.0:${sink.port}`);
    expect(await mailer.send(message)).toEqual({ kind: 'unreachable' });
    expect(said).toBe(0);
    expect(log).toContain('ETLS');
  });

  it('is refused where the certificate does not hold', async () => {
    const sink = await sinkOf();
    expect(await mailerAt(`smtp://0.0.0.0:${sink.port}`).send(message)).toEqual({ kind: 'unreachable' });
    const secure = await sinkOf({ secure: true });
    expect(await mailerAt(`smtps://localhost:${secure.port}`).send(message)).toEqual({ kind: 'unreachable' });
    expect([...sink.arrived, ...secure.arrived]).toEqual([]);
  });

  it('is taken under TLS, from the start or turned to, with user and password', async () => {
    const trusted = getCACertificates('default');
    setDefaultCACertificates([mailCertificate.cert]);
    closing.push(() => setDefaultCACertificates(trusted));
    const turned = await sinkOf({ authOptional: false });
    const login = 'talks:p%40ss%3Aword';
    expect(await mailerAt(`smtp://${login}@0.0.0.0:${turned.port}`).send(message)).toEqual({ kind: 'sent' });
    const secure = await sinkOf({ secure: true, authOptional: false });
    expect(await mailerAt(`smtps://${login}@localhost:${secure.port}`).send(message)).toEqual({ kind: 'sent' });
    expect([...turned.arrived, ...secure.arrived].map((one) => one.secure)).toEqual([true, true]);
    expect(await mailerAt(`smtps://talks:wrong@localhost:${secure.port}`).send(message)).toEqual({
      kind: 'unreachable',
    });
    expect(log).toContain('EAUTH');
  });
});

describe('what became of a message', () => {
  const message = composeInvitation(invitationInput());
  it.each<[number, SendOutcome]>([
    [550, { kind: 'refused', permanent: true }],
    [450, { kind: 'refused', permanent: false }],
  ])('after the answer %d: %j', async (code, outcome) => {
    const sink = await sinkOf(answering(code));
    expect(await mailerAt(`smtp://127.0.0.1:${sink.port}`).send(message)).toEqual(outcome);
  });

  it('is unreachable where nobody listens, and the log said so at the start', async () => {
    const sink = await MailSink.open();
    const { port } = sink;
    await sink.close();
    expect(await mailerAt(`smtp://127.0.0.1:${port}`).send(message)).toEqual({ kind: 'unreachable' });
    expect(log).toContain('the mail server cannot be used');
  });

  it('is refused for good without an address', async () => {
    const sink = await sinkOf();
    const copy = composeInvitation(invitationInput({ person: { email: null } }));
    expect(await mailerAt(`smtp://127.0.0.1:${sink.port}`).send(copy)).toEqual({ kind: 'refused', permanent: true });
    expect(sink.arrived).toEqual([]);
  });

  it.each([null, 550, 450])('is told to the log by ids and codes alone (%s)', async (code) => {
    const sink = await sinkOf(code === null ? {} : answering(code));
    await mailerAt(`smtp://127.0.0.1:${sink.port}`).send(message);
    expect(log).toContain('"meeting":"m8fN2","member":"b7Qx"');
    expect(log).not.toMatch(/example\.org|Amina|amina|Regional|moved|pV3q9sKx/);
  });
});

it('without a mail server there is no mailer', () => {
  expect(openMailer({ mail: null }, logger())).toBeNull();
});
