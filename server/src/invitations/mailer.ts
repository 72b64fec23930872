import { createTransport } from 'nodemailer';
import type { BaseLogger } from 'pino';
import type { Config } from '../config.ts';
import type { ComposedMail } from './compose.ts';

/** What became of a message: a permanent refusal stays one, the other two may be tried again. */
export type SendOutcome = { kind: 'sent' } | { kind: 'refused'; permanent: boolean } | { kind: 'unreachable' };

/** Sends messages, one person each. */
export type Mailer = {
  /** Never throws; the answer comes within a minute or so. */
  send(message: ComposedMail): Promise<SendOutcome>;
  close(): void;
};

const SECOND_MS = 1000;
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/i;

/** What an error of nodemailer may tell the log: its text quotes addresses. */
function codesOf(error: unknown): { code: string | null; responseCode: number | null } {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return {
    code: typeof code === 'string' ? code : null,
    responseCode: typeof responseCode === 'number' ? responseCode : null,
  };
}

/** The codes of nodemailer for an answer about this message; all others are about the server or the way to it. */
const aboutMessage = new Set(['EENVELOPE', 'EMESSAGE']);

function outcomeOf(error: unknown): SendOutcome {
  const { code, responseCode } = codesOf(error);
  if (code === null || !aboutMessage.has(code)) return { kind: 'unreachable' };
  return { kind: 'refused', permanent: responseCode === null || responseCode >= 500 };
}

function contentOf({ subject, text, html, calendar, confidential }: ComposedMail) {
  const content = { subject, text, html };
  if (calendar === null) return content;
  const { method, text: entry } = calendar;
  if (!confidential) return { ...content, icalEvent: { method, filename: 'invitation.ics', content: entry } };
  // Attached and no more: where a calendar is another form of the text, Outlook makes the text, and with it the personal
  // link, the body of an entry that others may read. Of attachments it does not ([MS-STANOICAL] V0343).
  const contentType = `text/calendar; charset=utf-8; method=${method}`;
  return { ...content, attachments: [{ filename: 'invitation.ics', contentType, content: entry }] };
}

/** The way out for mail, or null where none is set up. Asks the server once whether it can be used, and logs if not. */
export function openMailer({ mail }: Pick<Config, 'mail'>, logger: BaseLogger): Mailer | null {
  if (mail === null) return null;
  const { secure, host, port, login } = mail.smtp;
  const here = loopback.test(host);
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    maxRequeues: 1,
    host,
    port,
    secure,
    // Links are secrets: over a network they travel under TLS with a certificate that holds, or not at all.
    requireTLS: !secure && !here,
    ignoreTLS: !secure && here,
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: 10 * SECOND_MS,
    greetingTimeout: 10 * SECOND_MS,
    socketTimeout: 30 * SECOND_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
  transport.verify().catch((error: unknown) => {
    logger.warn(codesOf(error), 'the mail server cannot be used');
  });
  return {
    async send(message) {
      const { meeting, member, envelope } = message;
      if (envelope === null) return { kind: 'refused', permanent: true };
      try {
        await transport.sendMail({
          ...contentOf(message),
          from: envelope.from,
          to: envelope.to,
          headers: { 'Auto-Submitted': 'auto-generated' },
          xMailer: false,
        });
        logger.info({ meeting, member }, 'a message was sent');
        return { kind: 'sent' };
      } catch (error) {
        // The caller tells the convener; the log says which code without quoting the server.
        const outcome = outcomeOf(error);
        logger.warn({ meeting, member, ...outcome, ...codesOf(error) }, 'a message was not sent');
        return outcome;
      }
    },
    close: () => transport.close(),
  };
}
