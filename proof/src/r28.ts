import { setTimeout as sleep } from 'node:timers/promises';
import { decide, type Id, type MeetingState, managingRoles, type Role } from '@track2/shared';
import { foreignOrigins, ridesOf } from './foreign.ts';
import { numbers } from './noise.ts';
import { Person } from './person.ts';
import { type Platform, type PlatformOptions, startPlatform } from './platform.ts';
import type { PromiseProof, Verdict } from './promise.ts';

const controlRides = 20;
const controlCommands = 400;
/** Promised are 50 attempts and 2,000 commands, and in full 200 and 50,000. */
const commandsFor = (rides: number): number => (rides < 200 ? rides * 40 : rides * 250);
const racers = ['ir-1', 'in-1', 'pk-1', 'uk-1'];
const commandsInARace = 6;
const mostDelayMs = 4;

/** The planted bug: every origin counts as ours. */
const anyOrigin = (): string[] => Object.assign([], { includes: () => true });

type Ridden = { rides: number; rode: string[]; own: string[] };

/** Foreign pages try to act with the cookie of somebody inside; then our own page does, which has to go well. */
async function ride(count: number, origins?: string[]): Promise<Ridden> {
  const platform = await startPlatform(origins ? { origins } : {});
  const person = await Person.enter(platform.url, platform.linkOf('ir-1'));
  try {
    const unused = platform.linkOf('us-1').split('#')[1] ?? '';
    const rides = ridesOf(platform, person, unused);
    const pages = foreignOrigins(platform.url);
    const rode = new Set<string>();
    for (let index = 0; index < count; index++) {
      const page = pages[index % pages.length] ?? null;
      const one = rides[index % rides.length];
      if (one === undefined) continue;
      const { status, setCookie, body } = await one.send(page);
      if (status < 400 || setCookie || body.includes('ticket'))
        rode.add(`${one.name} from a page of ${JSON.stringify(page)} got ${status}`);
    }
    const own: string[] = [];
    for (const one of rides.filter(({ name }) => name === 'a socket' || name.startsWith('an entry with'))) {
      const { status } = await one.send(platform.url);
      if (status !== 101 && status !== 200) own.push(`${one.name} of our own page got ${status}`);
    }
    return { rides: count, rode: [...rode], own };
  } finally {
    person.close();
    await platform.close();
  }
}

/** The planted bug: what somebody may do to the agenda is judged by how things were a turn before. */
function latePolicy(): NonNullable<PlatformOptions['decide']> {
  let before: MeetingState | null = null;
  return (state, command, context) => {
    const judged = command.type === 'agenda.changeItem' ? (before ?? state) : state;
    before = state;
    return decide(judged, command, context);
  };
}

type Raced = { commands: number; applied: number; refused: number; late: string[] };

/** Moderators fire commands while the chair takes their role from them. */
async function race(count: number, broken: Pick<PlatformOptions, 'decide'> = {}): Promise<Raced> {
  const unlimited = { most: 1e9, seconds: 1 };
  const allowances = { memberCommands: unlimited, meetingCommands: unlimited };
  const platform = await startPlatform({ allowances, ...broken });
  const people: Person[] = [];
  try {
    const enter = async (seat: string): Promise<Person> => {
      const person = await Person.enter(platform.url, platform.linkOf(seat));
      people.push(person);
      await person.enterLobby();
      return person;
    };
    const chair = await enter('chair');
    const runners = await Promise.all(racers.map(enter));
    for (const { entry } of runners) await chair.act({ type: 'roster.admit', member: entry.you.member });
    const item = (await chair.state()).agenda.items[1]?.id ?? '';
    const next = numbers(28);
    const counted = { commands: 0, applied: 0, refused: 0 };
    while (counted.commands < count) {
      const acks = await round({ chair, runners, item, next });
      counted.commands += acks.length;
      counted.applied += acks.filter(Boolean).length;
      counted.refused += acks.filter((applied) => !applied).length;
    }
    return { ...counted, late: await lateEntries(platform, chair.entry.meeting.id) };
  } finally {
    for (const person of people) person.close();
    await platform.close();
  }
}

type Round = { chair: Person; runners: readonly Person[]; item: Id; next: (below: number) => number };

/** Makes all moderators, and sends at random moments what only a moderator may, and that they are none any more. */
async function round({ chair, runners, item, next }: Round): Promise<boolean[]> {
  const setRole = (person: Person, role: 'moderator' | 'participant') =>
    chair.act({ type: 'roster.setRole', seat: person.entry.you.seat, role });
  await Promise.all(runners.map((person) => setRole(person, 'moderator')));
  const soon = (): Promise<void> => sleep(next(mostDelayMs + 1));
  const fired = runners.map(async (person) => {
    const demoted = soon().then(() => setRole(person, 'participant'));
    const acks = await Promise.all(
      Array.from({ length: commandsInARace }, async () => {
        const plannedMs = 60_000 * (1 + next(200));
        await soon();
        const { outcome } = await person.command({ type: 'agenda.changeItem', item, plannedMs });
        return outcome === 'applied';
      }),
    );
    await demoted;
    return acks;
  });
  return (await Promise.all(fired)).flat();
}

/** What the log has of somebody after the log says that they may not any more. Its own count of roles, no rule of the meeting's. */
async function lateEntries({ storage }: Platform, meeting: Id): Promise<string[]> {
  const roles = new Map<Id, Role>();
  const seats = new Map<Id, Id>();
  const late: string[] = [];
  const { entries } = await storage.log.load(meeting);
  for (const { seq, by, events } of entries) {
    const role = roles.get(seats.get(by ?? '') ?? '');
    if (events.some(({ type }) => type === 'agenda.itemChanged') && (!role || !managingRoles.includes(role)))
      late.push(`entry ${seq} is a manager's act by a ${role ?? 'stranger'}`);
    for (const event of events) {
      if (event.type === 'session.created') {
        for (const seat of event.seats) {
          roles.set(seat.id, seat.role);
          for (const { id } of seat.members) seats.set(id, seat.id);
        }
      }
      if (event.type === 'roster.roleSet') roles.set(event.seat, event.role);
    }
  }
  return late;
}

async function prove(count: number): Promise<Verdict> {
  const commands = commandsFor(count);
  const open = await ride(controlRides, anyOrigin());
  const late = await race(controlCommands, { decide: latePolicy() });
  const isCaught = open.rode.length > 0 && late.late.length > 0;
  const ridden = await ride(count);
  const raced = await race(commands);
  // Without some of each, the commands and the demotion did not meet.
  const hasMet = raced.applied > 0 && raced.refused > 0;
  const said = [
    `${ridden.rides} attempts of foreign pages, ${ridden.rode.length} got something`,
    `${raced.commands} commands against demotion: ${raced.applied} before it, ${raced.refused} refused after it, ${raced.late.length} applied after it`,
    isCaught
      ? 'a server that asks for no origin and a policy that is late are found, as they must'
      : `A PLANTED BUG IS NOT FOUND: the proof is blind (${open.rode.length} and ${late.late.length})`,
    ...(hasMet ? [] : ['commands and demotion never met']),
    ...ridden.rode.slice(0, 5),
    ...ridden.own,
    ...raced.late.slice(0, 5),
  ];
  const isKept = ridden.rode.length + ridden.own.length + raced.late.length === 0 && hasMet && isCaught;
  return { isKept, figure: said.join('; ') };
}

/** R28: no foreign page rides a session, and nothing is applied after the role for it was taken. */
export const r28: PromiseProof = { id: 'R28', counts: { quick: 50, full: 200 }, prove };
