import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  type Ack,
  type Command,
  type EndReason,
  type Envelope,
  evolve,
  initialState,
  type MeetingState,
  type Snapshot,
} from '@track2/shared';
import { pino } from 'pino';
import type { MediaPlane } from '../../media/mediaPlane.ts';
import { openStorage } from '../../storage/open.ts';
import type { Append, AppendResult, MeetingLog, Storage } from '../../storage/ports.ts';
import { loadMeeting } from '../loadMeeting.ts';
import type { Clocks } from '../meetingClock.ts';
import { parseMeetingFile } from '../meetingFile.ts';
import { MeetingHost } from '../meetingHost.ts';
import { lineNames } from '../viewerLine.ts';
import type { Viewer } from '../viewers.ts';

const example = parseMeetingFile(
  readFileSync(new URL('../../../../examples/2020-05-28-regional-dimensions.json', import.meta.url), 'utf8'),
  'example.json',
);
export const newCommandId = (): string => randomBytes(16).toString('base64url');
const discussion = 5;

/** What happens at an append instead of the append, once. */
export type AppendFault = 'lostBefore' | 'lostAfter' | 'stale' | 'conflict';

/** A meeting in a real store, with a log that can fail, media that record, and a log of what was logged. */
export class HostStage {
  readonly storage: Storage;
  readonly meeting: string;
  readonly members = new Map<string, string>();
  readonly steps: string[] = [];
  readonly logged: string[] = [];
  readonly planes: { closed: boolean; attached: string[] }[] = [];
  /** Faults of the next appends, first come first served. */
  readonly appendFaults: AppendFault[] = [];
  loadFails = false;
  replyFails = false;
  onCut: () => void | Promise<void> = () => {};
  onReconcile: () => void = () => {};
  /** How much longer than its timers the machine believes to have lived. */
  sleptMs = 0;
  readonly clocks: Clocks = { monotonic: () => performance.now() + this.sleptMs, wall: () => Date.now() };
  host!: MeetingHost;

  static async create(): Promise<HostStage> {
    const storage = await openStorage({ kind: 'memory' });
    const { meeting, seats } = await loadMeeting(storage, example, { startsAt: 0, wall: 0 });
    const stage = new HostStage(storage, meeting);
    for (const { seat, holder } of seats) {
      if (holder.kind === 'member' && !stage.members.has(seat)) stage.members.set(seat, holder.member);
    }
    await stage.start();
    return stage;
  }

  private constructor(storage: Storage, meeting: string) {
    this.storage = storage;
    this.meeting = meeting;
  }

  async start(): Promise<void> {
    const words = await this.storage.vault.words(this.meeting);
    const key = await this.storage.keys.key(this.meeting);
    if (words === null || key === null) throw new Error('the meeting was loaded');
    const write = (line: string): void => void this.logged.push(line);
    this.host = await MeetingHost.start({
      meeting: this.meeting,
      log: this.#log(),
      words,
      nameLine: lineNames(key),
      clocks: this.clocks,
      openMedia: () => Promise.resolve(this.#plane()),
      pushMedia: { push() {}, pulse() {} },
      shutOut: (member) => this.storage.credentials.end({ kind: 'member', meeting: this.meeting, member }),
      forgetDocument: () => Promise.resolve(),
      logger: pino({ level: 'info' }, { write }),
    });
  }

  #log(): MeetingLog {
    const { log } = this.storage;
    return {
      ...log,
      load: (...args) => (this.loadFails ? Promise.reject(new Error('the disk is gone')) : log.load(...args)),
      reply: (...args) => (this.replyFails ? Promise.reject(new Error('busy')) : log.reply(...args)),
      append: (meeting, append) => this.#append(meeting, append),
    };
  }

  async #append(meeting: string, append: Append): Promise<AppendResult> {
    const fault = this.appendFaults.shift();
    if (fault === 'stale' || fault === 'conflict') return fault;
    if (fault === 'lostBefore') throw new Error('the disk is gone');
    const result = await this.storage.log.append(meeting, append);
    if (fault === 'lostAfter') throw new Error('the answer was lost');
    this.steps.push('append');
    return result;
  }

  #plane(): MediaPlane {
    const plane = { closed: false, attached: [] as string[] };
    this.planes.push(plane);
    return {
      attach: (member) => void plane.attached.push(member),
      detach() {},
      request: () => Promise.resolve({ ok: true, value: { method: 'done' } }),
      cut: async () => {
        this.steps.push('cut');
        await this.onCut();
      },
      reconcile: () => {
        this.steps.push('reconcile');
        this.onReconcile();
      },
      close: async () => {
        plane.closed = true;
      },
    };
  }

  member(seat: string): string {
    return this.members.get(seat) ?? '';
  }

  send(seat: string, command: Command, id = newCommandId()): Promise<Ack> {
    return this.host.submit(this.member(seat), { id, command });
  }

  async act(seat: string, command: Command): Promise<void> {
    const { outcome } = await this.send(seat, command);
    if (outcome !== 'applied') throw new Error(`${command.type} was not applied`);
  }

  async attach(seat: string): Promise<Onlooker> {
    const onlooker = new Onlooker(this, this.member(seat));
    this.host.attach(onlooker);
    await this.host.sync(onlooker, null);
    return onlooker;
  }

  async entries() {
    return (await this.storage.log.load(this.meeting)).entries;
  }

  /** What the log says, without the host. */
  async state(): Promise<MeetingState> {
    return (await this.entries()).flatMap(({ events }) => events).reduce(evolve, initialState);
  }

  /** Chair and one expert inside, the general discussion going on. */
  async discuss(): Promise<{ chair: Onlooker; expert: Onlooker }> {
    const chair = await this.attach('chair');
    const expert = await this.attach('ir-1');
    await this.act('chair', { type: 'roster.enterLobby', ruleVersion: 1 });
    await this.act('ir-1', { type: 'roster.enterLobby', ruleVersion: 1 });
    await this.act('chair', { type: 'roster.admit', member: this.member('ir-1') });
    await this.act('chair', { type: 'session.open' });
    const item = (await this.state()).agenda.items[discussion]?.id ?? '';
    await this.act('chair', { type: 'agenda.startItem', item });
    return { chair, expert };
  }

  async callExpert(): Promise<string> {
    const seat = (await this.state()).roster.members.find(({ id }) => id === this.member('ir-1'))?.seat ?? '';
    await this.act('chair', { type: 'floor.give', seat });
    return (await this.turn())?.id ?? '';
  }

  async giveFloor(): Promise<void> {
    await this.act('ir-1', { type: 'floor.take', turn: await this.callExpert() });
  }

  async turn() {
    return (await this.state()).floor.turns[0];
  }

  countOf = async (type: string): Promise<number> =>
    (await this.entries()).flatMap(({ events }) => events).filter((event) => event.type === type).length;
}

export class Onlooker implements Viewer {
  static #count = 0;
  readonly id = `socket${Onlooker.#count++}`;
  readonly member: string;
  readonly envelopes: Envelope[] = [];
  readonly snapshots: Snapshot[] = [];
  ended: EndReason | null = null;
  readonly #stage: HostStage;

  constructor(stage: HostStage, member: string) {
    this.#stage = stage;
    this.member = member;
  }

  envelope(envelope: Envelope): void {
    this.#stage.steps.push('tell');
    this.envelopes.push(envelope);
  }

  snapshot(snapshot: Snapshot): void {
    this.snapshots.push(snapshot);
  }

  end(reason: EndReason): void {
    this.ended = reason;
  }
}
