import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A letter as its reader has it. */
export type Letter = {
  to: string;
  subject: string;
  /** The plain text. */
  text: string;
  html: string;
  /** The calendar's text with its long lines put together again, or null without one. */
  calendar: string | null;
  /** The personal link that stands alone on a line of the text, or null without one. */
  link: string | null;
};

/** A real mail server on loopback that keeps what it is given. Closed by the test. */
export class Mailbox {
  readonly letters: Letter[] = [];
  readonly #server: SMTPServer;

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    await once(mailbox.#server.listen(0, '127.0.0.1'), 'listening');
    return mailbox;
  }

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      onData: (stream, { envelope }, done) => {
        let raw = '';
        stream.setEncoding('latin1');
        stream.on('data', (chunk: string) => {
          raw += chunk;
        });
        stream.on('end', () => {
          this.letters.push(letterIn(raw, envelope.rcptTo[0]?.address ?? ''));
          done();
        });
      },
    });
  }

  /** What a server has to be started with to send its mail here. */
  get env(): { TRACK2_SMTP_URL: string; TRACK2_MAIL_FROM: string } {
    const address = this.#server.server.address();
    if (address === null || typeof address === 'string') throw new Error('the mailbox is closed');
    return {
      TRACK2_SMTP_URL: `smtp://127.0.0.1:${address.port}`,
      TRACK2_MAIL_FROM: 'Hindu Kush Dialogue Society <talks@example.org>',
    };
  }

  /** All letters to somebody, the oldest first. */
  lettersTo(address: string): Letter[] {
    return this.letters.filter(({ to }) => to === address);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }
}

type Part = { headers: string; body: string };

function partIn(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n');
  return { headers: raw.slice(0, end).replace(/\r\n[ \t]+/g, ' '), body: raw.slice(end + 4) };
}

const headerOf = (headers: string, name: string): string =>
  new RegExp(`^${name}: *(.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';

/** The parts of a message that have no parts of their own. */
function leavesOf(part: Part): Part[] {
  const boundary = /boundary="?([^";]+)/i.exec(headerOf(part.headers, 'Content-Type'))?.[1];
  if (boundary === undefined) return [part];
  // The line break before a boundary belongs to it.
  const between = `\r\n${part.body}`.split(`\r\n--${boundary}`).slice(1, -1);
  return between.flatMap((raw) => leavesOf(partIn(raw.replace(/^\r\n/, ''))));
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

function textOf({ headers, body }: Part): string {
  const encoding = headerOf(headers, 'Content-Transfer-Encoding').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return (encoding === 'quoted-printable' ? quotedPrintable(body) : Buffer.from(body, 'latin1')).toString();
}

/** A header with its encoded words read (RFC 2047). */
const readHeader = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(?:=\?utf-8\?[BQ]\?[^?]*\?=)+/gi, (run) =>
      Buffer.concat(
        [...run.matchAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi)].map(([, kind, text = '']) =>
          kind?.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' ')),
        ),
      ).toString(),
    );

function letterIn(raw: string, to: string): Letter {
  const whole = partIn(raw);
  const leaves = leavesOf(whole);
  const read = (type: string): string | null => {
    const part = leaves.find(({ headers }) => headerOf(headers, 'Content-Type').startsWith(type));
    return part === undefined ? null : textOf(part).replaceAll('\r\n', '\n');
  };
  const text = read('text/plain') ?? '';
  return {
    to,
    subject: readHeader(headerOf(whole.headers, 'Subject')),
    text,
    html: read('text/html') ?? '',
    calendar: read('text/calendar')?.replace(/\n[ \t]/g, '') ?? null,
    link: /^https?:\/\/\S+#\S+$/m.exec(text)?.[0] ?? null,
  };
}
