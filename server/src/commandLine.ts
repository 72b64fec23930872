import { parseArgs } from 'node:util';
import { StartRefusal } from './startRefusal.ts';

/** What `npm start -- …` was told. */
export type StartOptions = { meetingFile: string | null; startsAt: number | null };

/** What `npm run links -- …` was told: one seat by the name in its file, or all of them. */
export type LinksOptions = { seat: string | null; yes: boolean };

function parse<T>(read: () => T, usage: string): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new StartRefusal(`${error.message} Usage: ${usage}`, { cause: error });
  }
}

/** Reads the arguments of `npm start`. Throws {@link StartRefusal} with the usage when they are wrong. */
export function startOptions(args: string[]): StartOptions {
  const usage = 'npm start -- [--meeting FILE] [--at 2026-05-28T12:30:00+02:00]';
  const { values } = parse(
    () => parseArgs({ args, options: { meeting: { type: 'string' }, at: { type: 'string' } } }),
    usage,
  );
  const startsAt = values.at === undefined ? null : Date.parse(values.at);
  if (startsAt !== null && (Number.isNaN(startsAt) || !/T.*(Z|[+-]\d\d:?\d\d)$/.test(values.at ?? '')))
    throw new StartRefusal(
      `--at is "${values.at}", but must be a date and time with its offset. Example: --at 2026-05-28T12:30:00+02:00`,
    );
  if (startsAt !== null && values.meeting === undefined)
    throw new StartRefusal(`--at says when a loaded meeting begins, so it needs --meeting. Usage: ${usage}`);
  return { meetingFile: values.meeting ?? null, startsAt };
}

/** Reads the arguments of `npm run links`. Throws {@link StartRefusal} with the usage when they are wrong. */
export function linksOptions(args: string[]): LinksOptions {
  const { values, positionals } = parse(
    () => parseArgs({ args, options: { yes: { type: 'boolean', default: false } }, allowPositionals: true }),
    'npm run links -- [SEAT] [--yes]',
  );
  if (positionals.length > 1)
    throw new StartRefusal('Name one seat, or none for all. Usage: npm run links -- [SEAT] [--yes]');
  return { seat: positionals[0] ?? null, yes: values.yes };
}
