import type {
  Desk,
  InvitationReply,
  Invitee,
  MeetingChange,
  MeetingDesk,
  MeetingFile,
  NewMeeting,
  SeriesPlan,
} from '@track2/shared';
import { firstConvener, issueLink } from '../../src/identity/links.ts';
import { enter, Person } from '../person.ts';
import type { Platform } from '../platform.ts';

export type Answer<Body> = { status: number; body: Body; headers: Headers };

/** A convener at the desk, over HTTP. */
export class Convener {
  readonly url: string;
  readonly cookie: string;

  /** With the link of the first start, or another. */
  static async at({ url, storage }: Pick<Platform, 'url' | 'storage'>, link?: string): Promise<Convener> {
    const { credentials } = storage;
    const own = link ?? (await issueLink(credentials, { publicUrl: '', holder: firstConvener, wall: Date.now() }));
    const { body, cookie, status } = await enter(url, { secret: own.split('#')[1] });
    if (!('kind' in body) || body.kind !== 'convener')
      throw new Error(`not entered: ${status} ${JSON.stringify(body)}`);
    return new Convener(url, cookie);
  }

  private constructor(url: string, cookie: string) {
    this.url = url;
    this.cookie = cookie;
  }

  async ask<Body>(method: string, path: string, body?: unknown, type = 'application/json'): Promise<Answer<Body>> {
    const isBytes = Buffer.isBuffer(body);
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: { origin: this.url, cookie: this.cookie, ...(body === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: answer.status, body: (isJson ? JSON.parse(text) : text) as Body, headers: answer.headers };
  }

  /** What has to succeed. */
  async get<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.ask<Body>(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  desk(): Promise<Desk> {
    return this.get('GET', '/api/desk');
  }

  meeting(id: string): Promise<MeetingDesk> {
    return this.get('GET', `/api/desk/meetings/${id}`);
  }

  async newSeries(plan: SeriesPlan): Promise<string> {
    return (await this.get<{ id: string }>('POST', '/api/desk/series', plan)).id;
  }

  async newMeeting(
    from: NewMeeting['from'],
    { series = null, startsAt = 1_800_000_000_000 }: Partial<NewMeeting> = {},
  ) {
    return (await this.get<{ id: string }>('POST', '/api/desk/meetings', { series, startsAt, from })).id;
  }

  /** Reads a meeting, changes it and saves it. */
  async change(
    id: string,
    edit: (file: MeetingFile) => MeetingFile,
    rest: Partial<Pick<MeetingChange, 'series' | 'startsAt' | 'revision'>> = {},
  ): Promise<Answer<MeetingDesk>> {
    const { revision, series, startsAt, file } = await this.meeting(id);
    return this.ask('PUT', `/api/desk/meetings/${id}`, { revision, series, startsAt, file: edit(file), ...rest });
  }

  /** A link for one person, out of the desk's hand. */
  async linkFor(id: string, member: string): Promise<string> {
    const body = { members: [member], by: 'hand' };
    const { invitations } = await this.get<InvitationReply>('POST', `/api/desk/meetings/${id}/invitations`, body);
    const [invitation] = invitations;
    if (invitation?.outcome !== 'handed') throw new Error(JSON.stringify(invitations));
    return invitation.url;
  }

  async invitee(id: string, seat: string, person = 'person-1'): Promise<Invitee> {
    const { invitees } = await this.meeting(id);
    const found = invitees.find((invitee) => invitee.seat === seat && invitee.person === person);
    if (found === undefined) throw new Error(`nobody on ${seat}`);
    return found;
  }

  /** The person of a seat, come with a new link. */
  async open(id: string, seat: string, person?: string): Promise<Person> {
    const { member } = await this.invitee(id, seat, person);
    return Person.open(this.url, await this.linkFor(id, member));
  }
}

/** What a template is made of, as most tests want it. */
export const track2 = {
  kind: 'template',
  template: 'track2',
  title: { en: 'Water and transit' },
  hosts: { en: 'A society' },
  timeZone: 'Europe/Vienna',
} as const satisfies NewMeeting['from'];
