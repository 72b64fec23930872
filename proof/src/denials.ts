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
  /** Tickets that open no socket, by what is wrong with them. */
  tickets: ReadonlyMap<string, string>;
  /** Every id that two meetings gave to those who are in them. */
  ids: string[];
  unknownLink: () => Probe;
  endedLink: () => Probe;
  close(): void;
};

type Way = readonly [name: string, probe: () => Probe];

/** Two meetings in which somebody was removed, a link replaced, and documents lie. */
type Stage = {
  meeting: Id;
  chair: Person;
  inside: Person;
  removed: Person;
  ended: Person;
  /** Who chairs the other meeting. */
  foreign: Person;
  document: Id;
  foreignDocument: Id;
  secretOf: (seat: string) => string;
};

export const randomSecret = (): string => randomBytes(32).toString('base64url');
const randomId = (): string => `i${randomBytes(16).toString('base64url')}`;
const memberOf = ({ entry: { you } }: Person): Id => you.member;
const sessionIn = ({ cookie }: Person): string => cookie.split('=')[1] ?? '';
const named = (member: Id, session: string): string => `t2_${member}=${session}`;
const withCookie = (cookie: string): Pick<Probe, 'headers'> => (cookie === '' ? {} : { headers: { cookie } });

const entry = (body: object, cookie = ''): Probe => ({
  method: 'POST',
  path: '/api/enter',
  body,
  ...withCookie(cookie),
});
const get = (path: string, cookie = ''): Probe => ({ method: 'GET', path, ...withCookie(cookie) });
const download = (id: Id, member: Id, cookie = ''): Probe => get(`/api/documents/${id}?member=${member}`, cookie);
const unknownLink = (): Probe => entry({ secret: randomSecret() });

const linkWays = ({ secretOf, removed, ended }: Stage): Way[] => [
  ['an unknown link', unknownLink],
  ['a link that was replaced', () => entry({ secret: secretOf('pk-1') })],
  ['the link of who was removed', () => entry({ secret: secretOf('us-1') })],
  ['the link of who was removed, with the cookie', () => entry({ secret: secretOf('us-1') }, removed.cookie)],
  ['a link that was replaced, with the cookie', () => entry({ secret: secretOf('pk-1') }, ended.cookie)],
];

function sessionWays({ chair, inside, removed, ended, foreign }: Stage): Way[] {
  const member = memberOf(inside);
  return [
    ['nobody', () => entry({ member: randomId() })],
    ['nobody with a session', () => entry({ member: 'nobody' }, named('nobody', randomSecret()))],
    ['a member without a session', () => entry({ member })],
    ['a member with an unknown session', () => entry({ member }, named(member, randomSecret()))],
    ['a member with the session of another', () => entry({ member }, named(member, sessionIn(chair)))],
    ['a member with a session of another meeting', () => entry({ member }, named(member, sessionIn(foreign)))],
    ['a member whose session was ended', () => entry({ member: memberOf(ended) }, ended.cookie)],
    ['a member who was removed', () => entry({ member: memberOf(removed) }, removed.cookie)],
    ['a convener without a session', () => entry({ convener: true })],
    ['a convener with a session of a member', () => entry({ convener: true }, `t2_convener=${sessionIn(chair)}`)],
  ];
}

const openDocumentWays = ({ meeting, inside, foreignDocument }: Stage): Way[] => [
  ['a document that is not there', () => download(randomId(), memberOf(inside), inside.cookie)],
  ['a document of another meeting', () => download(foreignDocument, memberOf(inside), inside.cookie)],
  ['something else by its id', () => download(meeting, memberOf(inside), inside.cookie)],
];

function closedDocumentWays({ inside, removed, foreign, document }: Stage): Way[] {
  const member = memberOf(inside);
  return [
    ['a document that is not there', () => download(randomId(), member)],
    ['a document that is there', () => download(document, member)],
    ['a document that is there, to nobody', () => download(document, randomId())],
    ['a document that is there, to who was removed', () => download(document, memberOf(removed), removed.cookie)],
    ['a document that is there, to another', () => download(document, member, named(member, sessionIn(foreign)))],
  ];
}

const pathWays = ({ meeting, inside }: Stage): Way[] => [
  ['an unknown path', () => get(`/api/${randomId()}`)],
  ['the meeting by its id', () => get(`/api/meetings/${meeting}`, inside.cookie)],
  ['a meeting that is not there', () => get(`/api/meetings/${randomId()}`, inside.cookie)],
  ['a member by the id', () => get(`/api/members/${memberOf(inside)}`)],
];

const deskWays = ({ meeting, chair }: Stage): Way[] => [
  ['the desk', () => get('/api/desk')],
  ['a meeting on the desk', () => get(`/api/desk/meetings/${meeting}`)],
  ['no meeting on the desk', () => get(`/api/desk/meetings/${randomId()}`)],
  ['a meeting on the desk, to its chair', () => get(`/api/desk/meetings/${meeting}`, chair.cookie)],
  [
    'a meeting on the desk, to a chair for a convener',
    () => get(`/api/desk/meetings/${meeting}`, `t2_convener=${sessionIn(chair)}`),
  ],
];

const inGroup = (group: string, ways: readonly Way[]): Denial[] =>
  ways.map(([name, probe]) => ({ group, name: `${group}: ${name}`, probe }));

/** Puts a paper into the meeting; returns its id. */
async function upload(prober: Prober, person: Person): Promise<Id> {
  const item = (await person.state()).agenda.items[0]?.id ?? '';
  const { status, body } = await prober.ask({
    method: 'POST',
    path: `/api/documents?${new URLSearchParams({ member: memberOf(person), item, use: 'paper' }).toString()}`,
    headers: { cookie: person.cookie, 'x-document-name': 'Paper.pdf', 'content-type': 'application/pdf' },
    body: pdfOf({ pages: 1 }),
  });
  if (status !== 201) throw new Error(`not taken: ${body}`);
  return (JSON.parse(body) as { document: Id }).document;
}

/** Every id in what a person is sent. */
function idsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return ['id', 'line', 'member', 'seat'].includes(key) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => idsIn(inside, Array.isArray(value) ? key : name));
}

/** Enters people into two meetings, then removes one and replaces the link of another. */
export async function setDenials(platform: Platform, prober: Prober): Promise<Denials> {
  const people: Person[] = [];
  const enter = async (seat: string): Promise<Person> => {
    const person = await Person.enter(platform.url, platform.linkOf(seat));
    people.push(person);
    await person.enterLobby();
    return person;
  };
  const [chair, inside, removed] = [await enter('chair'), await enter('ir-1'), await enter('us-1')];
  const [ended, foreign] = [await enter('pk-1'), await enter('beside/chair')];
  for (const person of [inside, removed, ended]) await chair.act({ type: 'roster.admit', member: memberOf(person) });
  const [document, foreignDocument] = [await upload(prober, chair), await upload(prober, foreign)];
  const sent = await Promise.all(people.map(async (person) => [person.entry, await person.state()]));
  const { ticket } = await removed.enterAgain();
  await chair.act({ type: 'roster.remove', member: memberOf(removed) });
  const { id: meeting } = chair.entry.meeting;
  // As the operator does; the new link stays unused.
  const holder = { kind: 'member', meeting, member: memberOf(ended) } as const;
  await issueLink(platform.storage.credentials, { publicUrl: '', holder, wall: Date.now() });

  const secretOf = (seat: string): string => platform.linkOf(seat).split('#')[1] ?? '';
  const stage: Stage = { meeting, chair, inside, removed, ended, foreign, document, foreignDocument, secretOf };
  return {
    denials: [
      ...inGroup('links', linkWays(stage)),
      ...inGroup('sessions', sessionWays(stage)),
      ...inGroup('documents', openDocumentWays(stage)),
      ...inGroup('documents without a session', closedDocumentWays(stage)),
      ...inGroup('paths', pathWays(stage)),
      ...inGroup('desk', deskWays(stage)),
    ],
    tickets: new Map([
      ['unknown', randomSecret()],
      ['used', chair.entry.ticket],
      ['of who was removed', ticket],
    ]),
    ids: [...new Set([...idsIn(sent), document, foreignDocument])],
    unknownLink,
    endedLink: () => entry({ secret: secretOf('pk-1') }),
    close: () => {
      for (const person of people) person.close();
    },
  };
}
