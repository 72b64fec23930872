import { parseArgs } from 'node:util';
import { StartRefusal } from './startRefusal.ts';

/** What `npm start -- …` was told. */
export type StartOptions = { meetingFile: string | null; startsAt: number | null };

/** What `npm run links -- …` was told: one seat by the name in its file, or all; of one meeting by its file's id, or of all. */
export type LinksOptions = { seat: string | null; meeting: string | null; yes: boolean };

function parse<T>(read: () => T, usage: string): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new StartRefusal(`${error.message} Usage: ${usage}`, { cause: error });
  }
}

/** The instant of a date and time with its offset; NaN for anything else, and for a day that no calendar has. */
function instantOf(text: string): number {
  const day = /^(\d{4}-\d\d-\d\d)T.*(Z|[+-]\d\d:?\d\d)$/.exec(text)?.[1];
  // Date.parse makes the 3rd of March of the 31st of February.
  const isOfCalendar = day !== undefined && new Date(Date.parse(day) || 0).toISOString().startsWith(day);
  return isOfCalendar ? Date.parse(text) : Number.NaN;
}

/** Reads the arguments of `npm start`. Throws {@link StartRefusal} with the usage when they are wrong. */
export function startOptions(args: string[]): StartOptions {
  const usage = 'npm start -- [--meeting FILE] [--at 2026-05-28T12:30:00+02:00]';
  const { values } = parse(
    () => parseArgs({ args, options: { meeting: { type: 'string' }, at: { type: 'string' } } }),
    usage,
  );
  const startsAt = values.at === undefined ? null : instantOf(values.at);
  if (startsAt !== null && Number.isNaN(startsAt))
    throw new StartRefusal(
      `--at is "${values.at}", but must be a date and time with its offset. Example: --at 2026-05-28T12:30:00+02:00`,
    );
  if (startsAt !== null && values.meeting === undefined)
    throw new StartRefusal(`--at says when a loaded meeting begins, so it needs --meeting. Usage: ${usage}`);
  return { meetingFile: values.meeting ?? null, startsAt };
}

/** Reads the arguments of `npm run links`. Throws {@link StartRefusal} with the usage when they are wrong. */
export function linksOptions(args: string[]): LinksOptions {
  const usage = 'npm run links -- [SEAT] [--meeting ID] [--yes]';
  const options = { yes: { type: 'boolean', default: false }, meeting: { type: 'string' } } as const;
  const { values, positionals } = parse(() => parseArgs({ args, options, allowPositionals: true }), usage);
  if (positionals.length > 1) throw new StartRefusal(`Name one seat, or none for all. Usage: ${usage}`);
  return { seat: positionals[0] ?? null, meeting: values.meeting ?? null, yes: values.yes };
}
