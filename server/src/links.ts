import type { MeetingState } from '@track2/shared';
import { evolve, initialState } from '@track2/shared';
import { linksOptions } from './commandLine.ts';
import { type Config, loadConfig } from './config.ts';
import { handOut, type IssuedLink, linkLines, linksFile } from './firstStart.ts';
import { issueLink } from './identity/links.ts';
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
    members.map((member) => ({
      seat: words.seats[id] ?? '',
      role,
      name: words.members[member]?.name ?? '',
      holder: { kind: 'member', meeting, member, seat: id, role },
    })),
  );

/** Every seat of every meeting here; the wanted ones; and whether one of their meetings is being held. */
async function chosen(storage: Storage, seat: string | null): Promise<{ links: SeatLink[]; running: boolean }> {
  const links: SeatLink[] = [];
  let running = false;
  for (const { id } of await storage.catalog.meetings()) {
    const words = await storage.vault.words(id);
    if (words === null) continue;
    const state = await stateOf(storage, id);
    const wanted = seatLinks(id, state, words).filter((link) => seat === null || link.seat === seat);
    if (wanted.length > 0 && state.session.status === 'open') running = true;
    links.push(...wanted);
  }
  if (seat === null || seat === 'convener')
    links.push({ seat: 'convener', role: 'convener', name: '', holder: { kind: 'convener' } });
  return { links, running };
}

async function reissue(config: Config, seat: string | null, yes: boolean): Promise<void> {
  const storage = await openConfigured(config);
  try {
    const { links, running } = await chosen(storage, seat);
    if (links.length === 0)
      throw new StartRefusal(
        `No meeting here has a seat "${seat}". Seats are named in the meeting's file. Example: npm run links -- chair`,
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
    handOut(linksFile(config), linkLines('New links; the old ones have ended.', issued), { append: seat !== null });
    process.stdout.write(`${issued.length} new links are in ${linksFile(config)}. Delete it after handing them out.\n`);
  } finally {
    await storage.close();
  }
}

try {
  const { seat, yes } = linksOptions(process.argv.slice(2));
  const loaded = loadConfig(process.env);
  if (loaded.kind === 'problems') throw new StartRefusal(loaded.problems.map(({ sentence }) => sentence).join('\n'));
  requireDataFolder(loaded.config);
  await reissue(loaded.config, seat, yes);
} catch (error) {
  tellAndExit(error);
}
