import { randomBytes } from 'node:crypto';
import { issueLink } from '@track2/server';
import type { Id } from '@track2/shared';
import { pdfOf } from '@track2/shared/testing';
import { Person } from './person.ts';
import type { Platform } from './platform.ts';
import type { Probe, Prober } from './probe.ts';

/** One way to ask for what one may not have. All of a group have to be answered alike. */
export type Denial = { group: string; name: string; probe(): Probe };

export type Denials = {
  denials: Denial[];
  /** Every id that two meetings gave to those who are in them. */
  ids: string[];
  unknownLink(): Probe;
  endedLink(): Probe;
  close(): void;
};

const randomSecret = (): string => randomBytes(32).toString('base64url');
const randomId = (): string => `i${randomBytes(16).toString('base64url')}`;
const secretIn = (link: string): string => link.split('#')[1] ?? '';
const sessionIn = ({ cookie }: Person): string => cookie.split('=')[1] ?? '';

const entry = (body: object, cookie = ''): Probe => ({
  method: 'POST',
  path: '/api/enter',
  body,
  ...(cookie === '' ? {} : { headers: { cookie } }),
});

const get = (path: string, cookie = ''): Probe => ({
  method: 'GET',
  path,
  ...(cookie === '' ? {} : { headers: { cookie } }),
});

const memberOf = ({ entry: { you } }: Person): Id => you.member;

async function enterAs(platform: Platform, seat: string): Promise<Person> {
  const person = await Person.enter(platform.url, platform.linkOf(seat));
  await person.enterLobby();
  return person;
}

/** Puts a paper into the meeting; returns its id. */
async function upload(prober: Prober, person: Person): Promise<Id> {
  const item = (await person.state()).agenda.items[0]?.id ?? '';
  const { status, body } = await prober.ask({
    method: 'POST',
    path: `/api/documents?${new URLSearchParams({ member: memberOf(person), item, use: 'paper' })}`,
    headers: { cookie: person.cookie, 'x-document-name': 'Paper.pdf', 'content-type': 'application/pdf' },
    body: pdfOf({ pages: 1 }),
  });
  if (status !== 201) throw new Error(`not taken: ${body}`);
  return (JSON.parse(body) as { document: Id }).document;
}

/** Ends the links and sessions of a member as the operator does; the new link stays unused. */
async function reissue({ storage }: Platform, meeting: Id, member: Id): Promise<void> {
  const holder = { kind: 'member', meeting, member } as const;
  await issueLink(storage.credentials, { publicUrl: '', holder, wall: Date.now() });
}

/** Every id in what a person is sent. */
function idsIn(value: unknown): string[] {
  const found = new Set<string>();
  const look = (at: unknown, key: string): void => {
    if (typeof at === 'string' && (key === 'id' || key === 'line' || key === 'member' || key === 'seat')) found.add(at);
    if (typeof at === 'object' && at !== null)
      for (const [name, inside] of Object.entries(at)) look(inside, Array.isArray(at) ? key : name);
  };
  look(value, '');
  return [...found];
}

/** Two meetings in which people were removed, links ended and documents left. */
export async function setDenials(platform: Platform, prober: Prober): Promise<Denials> {
  const chair = await enterAs(platform, 'chair');
  const inside = await enterAs(platform, 'ir-1');
  const removed = await enterAs(platform, 'us-1');
  const ended = await enterAs(platform, 'pk-1');
  const foreign = await enterAs(platform, 'beside/chair');
  const people = [chair, inside, removed, ended, foreign];
  const { id: meeting } = chair.entry.meeting;
  for (const person of [inside, removed, ended]) await chair.act({ type: 'roster.admit', member: memberOf(person) });
  const document = await upload(prober, chair);
  const foreignDocument = await upload(prober, foreign);
  const ids = [
    ...new Set((await Promise.all(people.map(async (person) => idsIn([person.entry, await person.state()])))).flat()),
    document,
    foreignDocument,
  ];
  await chair.act({ type: 'roster.remove', member: memberOf(removed) });
  await reissue(platform, meeting, memberOf(ended));

  const unknownLink = (): Probe => entry({ secret: randomSecret() });
  const endedLink = (): Probe => entry({ secret: secretIn(platform.linkOf('pk-1')) });
  const denial = (group: string) => (name: string, probe: () => Probe) => ({ group, name, probe });
  const link = denial('link');
  const session = denial('session');
  const open = denial('document');
  const closed = denial('document without a session');
  const path = denial('path');
  const own = memberOf(inside);
  const named = (member: Id, secret: string): string => `t2_${member}=${secret}`;
  const download = (id: Id, member: Id, cookie = ''): Probe => get(`/api/documents/${id}?member=${member}`, cookie);
  return {
    ids: [...new Set(ids)],
    unknownLink,
    endedLink,
    denials: [
      link('an unknown link', unknownLink),
      link('a link that was replaced', endedLink),
      link('the link of who was removed', () => entry({ secret: secretIn(platform.linkOf('us-1')) })),
      link('the link of who was removed, with the cookie', () =>
        entry({ secret: secretIn(platform.linkOf('us-1')) }, removed.cookie),
      ),
      link('a link that was replaced, with the cookie', () =>
        entry({ secret: secretIn(platform.linkOf('pk-1')) }, ended.cookie),
      ),
      session('nobody', () => entry({ member: randomId() })),
      session('nobody with a session', () => {
        const member = randomId();
        return entry({ member }, named(member, randomSecret()));
      }),
      session('a member without a session', () => entry({ member: own })),
      session('a member with an unknown session', () => entry({ member: own }, named(own, randomSecret()))),
      session('a member with the session of another', () => entry({ member: own }, named(own, sessionIn(chair)))),
      session('a member with a session of another meeting', () =>
        entry({ member: own }, named(own, sessionIn(foreign))),
      ),
      session('a member whose session was ended', () => entry({ member: memberOf(ended) }, ended.cookie)),
      session('a member who was removed', () => entry({ member: memberOf(removed) }, removed.cookie)),
      session('a convener without a session', () => entry({ convener: true })),
      session('a convener with the session of a member', () =>
        entry({ convener: true }, `t2_convener=${sessionIn(chair)}`),
      ),
      open('a document that is not there', () => download(randomId(), own, inside.cookie)),
      open('a document of another meeting', () => download(foreignDocument, own, inside.cookie)),
      open('something else by its id', () => download(meeting, own, inside.cookie)),
      closed('a document that is not there', () => download(randomId(), own)),
      closed('a document that is there', () => download(document, own)),
      closed('a document that is there, to nobody', () => download(document, randomId())),
      closed('a document that is there, to who was removed', () =>
        download(document, memberOf(removed), removed.cookie),
      ),
      closed('a document that is there, to another meeting', () =>
        download(document, own, named(own, sessionIn(foreign))),
      ),
      path('an unknown path', () => get(`/api/${randomId()}`)),
      path('the meeting by its id', () => get(`/api/meetings/${meeting}`, inside.cookie)),
      path('a meeting that is not there', () => get(`/api/meetings/${randomId()}`, inside.cookie)),
      path('a member by the id', () => get(`/api/members/${own}`)),
    ],
    close: () => {
      for (const person of people) person.close();
    },
  };
}
