import type { Id, Organiser, Series, SeriesPlan } from '@track2/shared';
import { newId } from '../identity/secrets.ts';
import type { DeskBook, Holder, LogoRecord, SeriesRecord } from '../storage/ports.ts';
import { logoTypeOf } from './logos.ts';
import type { DeskParts } from './parts.ts';
import { DeskRefused, unknown } from './refused.ts';

/** Where a logo is fetched from; another one has another address. */
const logoAddress = (series: Id, organisation: Id, { document }: LogoRecord): string =>
  `/api/logos/${series}/${organisation}?v=${document}`;

/** A series as the desk shows it. */
export const shownSeries = ({ logos, ...series }: SeriesRecord): Series => ({
  ...series,
  logos: Object.fromEntries(
    Object.entries(logos).map(([organisation, logo]) => [organisation, logoAddress(series.id, organisation, logo)]),
  ),
});

async function seriesById({ storage }: DeskParts, id: Id): Promise<SeriesRecord> {
  const found = (await storage.desk.series()).find((series) => series.id === id);
  if (found === undefined) throw unknown();
  return found;
}

/** The id that a plan gives to two organisations would let one have the other's logo. */
function requireDistinct({ organisations }: SeriesPlan): void {
  const ids = organisations.map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) < index);
  if (twice >= 0) throw new DeskRefused({ code: 'desk.badRequest', path: `organisations.${twice}.id` });
}

export async function createSeries({ storage }: DeskParts, plan: SeriesPlan): Promise<{ id: Id }> {
  requireDistinct(plan);
  const id = newId();
  await storage.desk.putSeries({ ...plan, id, logos: {} });
  return { id };
}

// Logos come several at once, and a meeting is given to a series while another convener ends it: one after the other.
const inTurn = <T>({ pages }: DeskParts, change: () => Promise<T>): Promise<T> => pages.inTurn('series', change);

/** Throws {@link DeskRefused} when there is no such series. */
export async function requireSeries(parts: DeskParts, series: Id | null): Promise<void> {
  if (series !== null) await seriesById(parts, series);
}

/** Puts a meeting into a series, or with null out of any; inside a turn of the meeting. */
export function assignSeries(parts: DeskParts, meeting: Id, series: Id | null): Promise<void> {
  return inTurn(parts, async () => {
    await requireSeries(parts, series);
    await parts.pages.write(meeting, (page) => ({ ...page, series }));
  });
}

/** Changes a series; an organisation that is gone takes its logo with it. */
export function changeSeries(parts: DeskParts, id: Id, plan: SeriesPlan): Promise<Series> {
  requireDistinct(plan);
  return inTurn(parts, () => change(parts, id, plan));
}

async function change(parts: DeskParts, id: Id, plan: SeriesPlan): Promise<Series> {
  const { logos } = await seriesById(parts, id);
  const stay = new Set(plan.organisations.map((organisation) => organisation.id));
  const kept = Object.fromEntries(Object.entries(logos).filter(([organisation]) => stay.has(organisation)));
  return keep(parts, { ...plan, id, logos: kept });
}

/** Writes a series, and then lets go of the logos that it no longer has. */
async function keep({ storage }: DeskParts, series: SeriesRecord): Promise<Series> {
  await storage.desk.putSeries(series);
  await storage.documents.keepOnly(
    series.id,
    Object.values(series.logos).map(({ document }) => document),
  );
  return shownSeries(series);
}

/** Ends a series and its logos. Throws {@link DeskRefused} while a meeting belongs to it. */
export function endSeries(parts: DeskParts, id: Id): Promise<void> {
  return inTurn(parts, async () => {
    await seriesById(parts, id);
    const pages = await Promise.all(parts.meetings.all().map(({ meeting }) => parts.pages.read(meeting)));
    if (pages.some(({ series }) => series === id)) throw new DeskRefused({ code: 'desk.seriesInUse' });
    await parts.storage.desk.endSeries(id);
  });
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Gives an organisation a logo. Throws {@link DeskRefused} for what is no picture, or more than one. */
export function putLogo(parts: DeskParts, logo: { series: Id; organisation: Id; bytes: Buffer }): Promise<Series> {
  return inTurn(parts, () => put(parts, logo));
}

async function put(
  parts: DeskParts,
  { series: id, organisation, bytes }: Parameters<typeof putLogo>[1],
): Promise<Series> {
  const series = await seriesById(parts, id);
  if (!series.organisations.some((other) => other.id === organisation)) throw unknown();
  const type = logoTypeOf(bytes);
  if (type === null) throw new DeskRefused({ code: 'desk.logoUnfit' });
  const document = newId();
  await parts.storage.documents.put(id, document, once(bytes));
  return keep(parts, { ...series, logos: { ...series.logos, [organisation]: { document, type } } });
}

export function dropLogo(parts: DeskParts, id: Id, organisation: Id): Promise<Series> {
  return inTurn(parts, async () => {
    const series = await seriesById(parts, id);
    const { [organisation]: _, ...logos } = series.logos;
    return keep(parts, { ...series, logos });
  });
}

/** The organisations behind a member's meeting, with the addresses of their logos for that member. */
export async function organisersOf(
  desk: DeskBook,
  { meeting, member }: Extract<Holder, { kind: 'member' }>,
): Promise<Organiser[]> {
  const { series: id } = await desk.meeting(meeting);
  const series = id === null ? undefined : (await desk.series()).find((other) => other.id === id);
  return (series?.organisations ?? []).map(({ id: organisation, name, part }) => {
    const logo = series?.logos[organisation];
    const address = series && logo ? `${logoAddress(series.id, organisation, logo)}&member=${member}` : null;
    return { name, part, logo: address };
  });
}

/** A logo with its bytes in pieces, or null. */
export async function readLogo(
  { storage }: Pick<DeskParts, 'storage'>,
  id: Id,
  organisation: Id,
): Promise<{ type: LogoRecord['type']; content: AsyncIterable<Buffer> } | null> {
  const logo = (await storage.desk.series()).find((series) => series.id === id)?.logos[organisation];
  const content = logo && (await storage.documents.get(id, logo.document));
  return logo && content ? { type: logo.type, content } : null;
}
