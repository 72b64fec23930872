import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import ICAL from 'ical.js';
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { mailCertificate } from './mailCertificate.ts';

/** A message as it arrived, read by a library that did not write it. */
export type Arrived = {
  raw: string;
  mail: Email;
  envelope: { from: string; to: string[] };
  /** Whether it came under TLS. */
  secure: boolean;
  calendars: { part: Attachment; text: string }[];
};

/** A real mail server on loopback that keeps what it is given. */
export class MailSink {
  readonly arrived: Arrived[] = [];
  readonly #server: SMTPServer;

  private constructor(options: SMTPServerOptions) {
    this.#server = new SMTPServer({
      ...mailCertificate,
      authOptional: true,
      disableReverseLookup: true,
      onAuth: ({ username, password }, _, done) =>
        username === 'talks' && password === 'p@ss:word' ? done(null, { user: username }) : done(new Error('wrong')),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom === false ? '' : mailFrom.address;
          const envelope = { from, to: rcptTo.map(({ address }) => address) };
          void read(Buffer.concat(chunks), envelope, session.secure).then((mail) => {
            this.arrived.push(mail);
            done();
          });
        });
      },
      ...options,
    });
    // A client that goes away in the middle of a handshake is part of the tests.
    this.#server.on('error', () => {});
  }

  static async open(options: SMTPServerOptions = {}): Promise<MailSink> {
    const sink = new MailSink(options);
    await once(sink.#server.listen(0, '127.0.0.1'), 'listening');
    return sink;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8');

async function read(raw: Buffer, envelope: Arrived['envelope'], secure: boolean): Promise<Arrived> {
  const mail = await PostalMime.parse(raw);
  const calendars = mail.attachments
    .filter(({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics')
    .map((part) => ({ part, text: textOf(part) }));
  return { raw: raw.toString('utf8'), mail, envelope, secure, calendars };
}

/** The one event of a calendar, read by a library that did not write it. */
export function eventIn(text: string): { method: string; event: ICAL.Event; component: ICAL.Component } {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const component = calendar.getFirstSubcomponent('vevent');
  if (component === null) throw new Error('no event');
  return { method: String(calendar.getFirstPropertyValue('method')), event: new ICAL.Event(component), component };
}

/**
 * Where a secret stands in a message besides its two bodies: in a header, in a calendar (folded or not, in whatever
 * transfer encoding), in the name of a part.
 */
export function secretBesideBodies({ mail, calendars, raw }: Arrived, secret: string): string[] {
  const found: string[] = [];
  const holds = (text: string): boolean => text.includes(secret) || decodeURIComponentSafe(text).includes(secret);
  for (const { key, value } of mail.headers) if (holds(value)) found.push(`header ${key}`);
  for (const { part, text } of calendars) {
    if (holds(text.replace(/\r?\n[ \t]/g, ''))) found.push(`calendar ${part.mimeType}`);
    if (holds(part.filename ?? '')) found.push('file name');
  }
  const others = mail.attachments.length - calendars.length;
  if (others > 0) found.push(`${others} parts that nobody looked into`);
  if (holds(raw.slice(0, raw.indexOf('\r\n\r\n')))) found.push('raw headers');
  return found;
}

function decodeURIComponentSafe(text: string): string {
  return text.replace(/%[\dA-F]{2}/gi, (escaped) => String.fromCharCode(Number.parseInt(escaped.slice(1), 16)));
}
