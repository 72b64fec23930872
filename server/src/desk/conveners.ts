import type { Convener, ConvenerLink, Id } from '@track2/shared';
import { issueLink } from '../identity/links.ts';
import { newId } from '../identity/secrets.ts';
import { Mailbox } from '../meeting/mailbox.ts';
import type { DeskParts } from './parts.ts';
import { DeskRefused, unknown } from './refused.ts';

/** Who has a link to the desk; the one of the first start has no name. */
export async function convenersOf({ storage }: DeskParts, you: Id): Promise<Convener[]> {
  const named = new Map((await storage.desk.conveners()).map((convener) => [convener.id, convener]));
  return (await storage.credentials.links(null))
    .flatMap(({ holder, issuedAt, openedAt }): Convener[] => {
      if (holder.kind !== 'convener') return [];
      const { name = '', since = issuedAt } = named.get(holder.convener) ?? {};
      return [{ id: holder.convener, name, you: holder.convener === you, since, opened: openedAt !== null }];
    })
    .toSorted((one, other) => one.since - other.since);
}

/** Makes a convener with a link, which is told this once. */
export async function inviteConvener({ storage, publicUrl, wall }: DeskParts, name: string): Promise<ConvenerLink> {
  const id = newId();
  await storage.desk.putConvener({ id, name, since: wall() });
  const holder = { kind: 'convener', convener: id } as const;
  return { id, url: await issueLink(storage.credentials, { publicUrl, holder, wall: wall() }) };
}

// Two who end each other's access at the same moment would leave nobody.
const endings = new Mailbox();

/** Ends a convener's access. Throws {@link DeskRefused} for the last one, as nobody could invite another. */
export function endConvener(parts: DeskParts, convener: Id): Promise<void> {
  return endings.post(async () => {
    const all = await convenersOf(parts, convener);
    if (!all.some(({ id }) => id === convener)) throw unknown();
    if (all.length === 1) throw new DeskRefused({ code: 'desk.lastConvener' });
    await parts.storage.credentials.end({ kind: 'convener', convener });
    await parts.storage.desk.endConvener(convener);
  });
}
