import type { MeetingState } from '@track2/shared';
import { evolve, initialState, memberById } from '@track2/shared';
import { type LinksOptions, linksOptions } from './commandLine.ts';
import { type Config, loadConfig } from './config.ts';
import { handOut, type IssuedLink, linkLines, linksFile } from './firstStart.ts';
import { firstConvener, issueLink } from './identity/links.ts';
import { meetingOf } from './meeting/loadMeeting.ts';
import { openConfigured } from './openConfigured.ts';
import { requireDataFolder, StartRefusal, tellAndExit } from './startRefusal.ts';
import type { Holder, MeetingWords, Storage } from './storage/ports.ts';

type SeatLink = { seat: string; role: string; name: string; holder: Holder };

async function stateOf(storage: Storage, meeting: string): Promise<MeetingState> {
  const { entries } = await storage.log.load(meeting);
  return entries.flatMap(({ events }) => events).reduce(evolve, initialState);
}

const seatLinks = (meeting: string, state: MeetingState, words: MeetingWords): SeatLink[] =>
  state.roster.seats.flatMap(({ id, role, members }) =>
    // Who was removed is let in by no link.
    members
      .filter((member) => memberById(state, member)?.presence.status !== 'removed')
      .map((member) => ({
        seat: words.seats[id] ?? '',
        role,
        name: words.members[member]?.name ?? '',
        holder: { kind: 'member', meeting, member },
      })),
  );

type Wanted = Omit<LinksOptions, 'yes'>;

/** The links that were asked for, meeting by meeting, and whether one of these meetings is being held. */
async function chosen(
  storage: Storage,
  { seat, meeting }: Wanted,
): Promise<{ links: SeatLink[]; meetings: number; running: boolean }> {
  const links: SeatLink[] = [];
  let meetings = 0;
  let running = false;
  const only = meeting === null ? null : await meetingOf(storage, meeting);
  for (const { id } of await storage.catalog.meetings()) {
    const words = await storage.vault.words(id);
    if (words === null || (meeting !== null && id !== only)) continue;
    const state = await stateOf(storage, id);
    const wanted = seatLinks(id, state, words).filter((link) => seat === null || link.seat === seat);
    if (wanted.length === 0) continue;
    meetings += 1;
    running ||= state.session.status === 'open';
    links.push(...wanted);
  }
  // The convener's link is for the platform, so nobody who names a meeting means it.
  if (meeting === null && (seat === 'convener' || (seat === null && meetings > 0)))
    links.push({ seat: 'convener', role: 'convener', name: '', holder: firstConvener });
  return { links, meetings, running };
}

const nothingChosen = ({ seat, meeting }: Wanted): StartRefusal => {
  const where = meeting === null ? 'No meeting here' : `No meeting "${meeting}" here`;
  return new StartRefusal(
    seat === null
      ? `${where} has any seats. "npm start" loads a meeting; its file names its id. Example: npm run links -- --meeting 2020-05-28-regional-dimensions`
      : `${where} has a seat "${seat}". Seats are named in the meeting's file. Example: npm run links -- chair`,
  );
};

async function reissue(config: Config, { seat, meeting, yes }: LinksOptions): Promise<void> {
  const storage = await openConfigured(config);
  try {
    const { links, meetings, running } = await chosen(storage, { seat, meeting });
    if (links.length === 0) throw nothingChosen({ seat, meeting });
    if (seat !== null && meetings > 1)
      throw new StartRefusal(
        `${meetings} meetings here have a seat "${seat}". Say which one, by the id in its file. Example: npm run links -- ${seat} --meeting 2020-05-28-regional-dimensions`,
      );
    if (seat === null && running && !yes)
      throw new StartRefusal(
        'A meeting is being held: new links for all would put everybody out of it. Name one seat, or add --yes. Example: npm run links -- --yes',
      );
    const wall = Date.now();
    const issued: IssuedLink[] = [];
    for (const { holder, ...rest } of links) {
      issued.push({
        ...rest,
        url: await issueLink(storage.credentials, { publicUrl: config.publicUrl, holder, wall }),
      });
    }
    handOut(linksFile(config), linkLines('New links; the old ones have ended.', issued), {
      append: seat !== null || meeting !== null,
    });
    process.stdout.write(
      `New links, ${issued.length} in all, are in ${linksFile(config)}. Delete it after handing them out.\n`,
    );
  } finally {
    await storage.close();
  }
}

try {
  const options = linksOptions(process.argv.slice(2));
  const loaded = loadConfig(process.env);
  if (loaded.kind === 'problems') throw new StartRefusal(loaded.problems.map(({ sentence }) => sentence).join('\n'));
  requireDataFolder(loaded.config);
  await reissue(loaded.config, options);
} catch (error) {
  tellAndExit(error);
}
