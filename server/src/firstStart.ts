import { closeSync, fchmodSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MeetingFile } from '@track2/shared';
import type { Config } from './config.ts';
import { firstConvener, issueLink } from './identity/links.ts';
import { type LoadedSeat, loadMeeting, nextFullFiveMinutes } from './meeting/loadMeeting.ts';
import { MeetingFileProblem, parseMeetingFile } from './meeting/meetingFile.ts';
import { StartRefusal } from './startRefusal.ts';
import type { Storage } from './storage/ports.ts';

const example = fileURLToPath(new URL('../../examples/2020-05-28-regional-dimensions.json', import.meta.url));

/** A personal link with what a person needs to know whom to give it to. */
export type IssuedLink = { seat: string; role: string; name: string; url: string };

/** The lines of `links.txt`: one person, one link. */
export const linkLines = (title: string, links: readonly IssuedLink[]): string =>
  [
    `# ${title}`,
    '# One personal link each. Hand them out, then delete this file: whoever has a link has the seat.',
    ...links.map(({ seat, role, name, url }) => `${seat.padEnd(14)} ${role.padEnd(12)} ${name.padEnd(34)} ${url}`),
    '',
  ].join('\n');

/** Writes links where only the owner of the data folder can read them, and shows them on a terminal, never in a log. */
export function handOut(file: string, text: string, { append }: { append: boolean }): void {
  const opened = openSync(file, append ? 'a' : 'w', 0o600);
  try {
    // Before the first secret: the file may have been there with other rights.
    fchmodSync(opened, 0o600);
    writeSync(opened, text);
  } finally {
    closeSync(opened);
  }
  if (process.stdout.isTTY) process.stdout.write(`${text}\n`);
}

/** Where the links of a data folder are written. */
export const linksFile = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'links.txt');

function readMeetingFile(path: string): MeetingFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new StartRefusal(
      `The meeting's file ${path} cannot be read (${String((error as NodeJS.ErrnoException).code)}). Example: npm start -- --meeting examples/2020-05-28-regional-dimensions.json`,
      { cause: error },
    );
  }
  return parseMeetingFile(text, path);
}

const titleOf = (title: Record<string, string>): string => title.en ?? Object.values(title)[0] ?? '';

async function linksFor(
  storage: Storage,
  seats: readonly LoadedSeat[],
  { publicUrl, wall }: { publicUrl: string; wall: number },
): Promise<IssuedLink[]> {
  const links: IssuedLink[] = [];
  for (const { seat, role, name, holder } of seats) {
    const url = await issueLink(storage.credentials, { publicUrl, holder, wall });
    links.push({ seat, role, name, url });
  }
  return links;
}

/**
 * Loads the meeting that was named, or the example into a store that holds none, and hands the links out. Throws
 * {@link StartRefusal} with sentences when a file is broken or its meeting is here already.
 */
export async function loadAtStart(
  storage: Storage,
  config: Config,
  { meetingFile, startsAt, wall }: { meetingFile: string | null; startsAt: number | null; wall: number },
): Promise<void> {
  const isFirst = (await storage.catalog.meetings()).length === 0;
  if (meetingFile === null && !isFirst) return;
  try {
    const file = readMeetingFile(meetingFile ?? example);
    const { seats } = await loadMeeting(storage, file, { startsAt: startsAt ?? nextFullFiveMinutes(wall), wall });
    const { publicUrl } = config;
    const links = await linksFor(storage, seats, { publicUrl, wall });
    if (isFirst) {
      const url = await issueLink(storage.credentials, { publicUrl, holder: firstConvener, wall });
      links.push({ seat: 'convener', role: 'convener', name: '', url });
    }
    handOut(linksFile(config), linkLines(titleOf(file.title), links), { append: !isFirst });
    process.stdout.write(`The personal links are in ${linksFile(config)}. Delete it after handing them out.\n`);
  } catch (error) {
    if (error instanceof MeetingFileProblem) throw new StartRefusal(error.message, { cause: error });
    throw error;
  }
}
