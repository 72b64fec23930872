import { createHash, randomUUID } from 'node:crypto';
import {
  type Ack,
  type ClockReply,
  type CommandFrame,
  type Context,
  type Decision,
  decide,
  decideBySystem,
  type Envelope,
  evolve,
  hears,
  type Id,
  initialState,
  isInside,
  type LoggedEvent,
  type MediaReply,
  type MediaRequest,
  type MeetingState,
  mediaGrant,
  memberById,
  type Nameplates,
  nextDeadlines,
  type Position,
  type Snapshot,
  type SyncReply,
  type SystemCommand,
  viewFor,
} from '@track2/shared';
import type { BaseLogger } from 'pino';
import type { MediaPlane, MediaRights, OpenMediaPlane } from '../media/mediaPlane.ts';
import type { LogEntry, MeetingLog, MeetingWords, ReplyAck, StoredReply } from '../storage/ports.ts';
import { type Clocks, MeetingClock } from './meetingClock.ts';
import { nameplatesFor } from './nameplates.ts';
import { type Commit, type NameLine, ViewerLine } from './viewerLine.ts';

/** A member's socket, as the host sees it. */
export type Viewer = {
  readonly id: string;
  readonly member: Id;
  envelope(envelope: Envelope): void;
  snapshot(snapshot: Snapshot, nameplates: Nameplates): void;
};

export type MeetingHostOptions = {
  meeting: Id;
  log: MeetingLog;
  words: MeetingWords;
  nameLine: NameLine;
  clocks: Clocks;
  openMedia: OpenMediaPlane;
  /** What the media plane tells connections goes through here. */
  pushMedia: Pick<Parameters<OpenMediaPlane>[0], 'push' | 'pulse'>;
  logger: BaseLogger;
};

/** What a tenure holds: a state that equals the log, the media that follow it, and the epoch that fences it. */
type Tenure = { epoch: number; clock: MeetingClock; media: MediaPlane };

const CLOCK_SAVE_MS = 1000;
// setTimeout overflows above 2^31 ms; a longer wait is taken in pieces.
const LONGEST_WAIT_MS = 3_600_000;

const rightsOf = (state: () => MeetingState): MediaRights => ({
  grant: (member) => mediaGrant(state(), member),
  hears: (member) => hears(state(), member),
});

/** The engine-wide answer to a bug or to a store that fails: an incident id for the person, the error for the log. */
type Fault = { code: 'fault.storage' | 'fault.internal'; error: unknown };

class AppendFailed extends Error {}

/**
 * The one writer of a meeting. Everything that changes it goes through one mailbox, turn by turn: stored reply,
 * decide, compute next, cut the media that next withholds, append, swap, tell, open the media that the state grants.
 * Closed by the registry of meetings.
 */
export class MeetingHost {
  readonly meeting: Id;
  readonly #options: MeetingHostOptions;
  #state: MeetingState = initialState;
  #seq = 0;
  #history: Commit[] = [];
  #lines = new Map<Id, ViewerLine>();
  #viewers = new Map<string, { viewer: Viewer; synced: boolean }>();
  #tenure: Tenure;
  #mailbox: Promise<unknown> = Promise.resolve();
  #alarm: NodeJS.Timeout | null = null;
  #clockSaver: NodeJS.Timeout;
  #faulted = new Set<string>();
  #closed = false;

  /** Loads the meeting and takes over: whoever was inside counts as lost until the link is back. */
  static async start(options: MeetingHostOptions): Promise<MeetingHost> {
    const media = await openMedia(options, () => initialState);
    const host = new MeetingHost(options, media);
    await host.#post(() => host.#takeOver());
    return host;
  }

  private constructor(options: MeetingHostOptions, media: MediaPlane) {
    this.#options = options;
    this.meeting = options.meeting;
    this.#tenure = { epoch: 0, clock: new MeetingClock(0, options.clocks), media };
    this.#clockSaver = setInterval(() => this.#saveClock(), CLOCK_SAVE_MS);
  }

  /** The session's status and how many are inside, for the convener's page. */
  get status(): MeetingState['session']['status'] {
    return this.#state.session.status;
  }

  /** When the meeting is planned to begin, in wall time. */
  get session(): MeetingState['session'] {
    return this.#state.session;
  }

  clock(): ClockReply {
    return { at: this.#tenure.clock.now(), wall: this.#tenure.clock.wall() };
  }

  /** The state as one member may see it, for the entry page. */
  viewOf(member: Id): MeetingState {
    return viewFor(this.#state, member);
  }

  /** A member's socket is there. It is told nothing before its first sync. */
  attach(viewer: Viewer): void {
    this.#viewers.set(viewer.id, { viewer, synced: false });
    this.#tenure.media.attach(viewer.member, viewer.id);
    void this.#system({ type: 'roster.restoreLink', member: viewer.member }); // a fault is logged in the turn
  }

  /** A member's socket is gone; when it was the last, the link counts as lost from now on. */
  detach(viewer: Viewer): void {
    this.#viewers.delete(viewer.id);
    this.#tenure.media.detach(viewer.member, viewer.id);
    if (this.#closed || [...this.#viewers.values()].some((other) => other.viewer.member === viewer.member)) return;
    void this.#system({ type: 'roster.loseLink', member: viewer.member }); // a fault is logged in the turn
  }

  /** Brings a mirror up to date: what it missed, or everything anew. First join, reconnect and a gap are one path. */
  sync(viewer: Viewer, position: Position | null): Promise<SyncReply> {
    return this.#post(async () => {
      const attached = this.#viewers.get(viewer.id);
      if (attached !== undefined) attached.synced = true;
      const line = this.#lineOf(viewer.member);
      const missed = position === null ? null : line.since(position);
      const running = this.#state.session.status === 'open';
      if (missed !== null) return { kind: 'events', envelopes: missed, ...this.clock(), running };
      const { snapshot, nameplates } = this.#snapshotFor(viewer.member, line.position);
      return { kind: 'snapshot', snapshot, nameplates, running };
    });
  }

  /** Takes a command of a member through a turn. Never rejects. */
  submit(member: Id, frame: CommandFrame): Promise<Ack> {
    return this.#post(() => this.#commandTurn(member, frame));
  }

  /** Takes a media request. What opens something waits its turn; everything else, an intent off above all, acts at once. */
  media(viewer: Viewer, request: MediaRequest): Promise<MediaReply> {
    const ask = (): Promise<MediaReply> => this.#tenure.media.request(viewer.member, viewer.id, request);
    const opens = request.method === 'produce' || (request.method === 'intent' && request.on);
    return opens ? this.#post(ask) : ask();
  }

  /** Ends the tenure: media closed, nothing more is decided. The log keeps the meeting for the next home. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#clockSaver);
    if (this.#alarm !== null) clearTimeout(this.#alarm);
    await this.#mailbox;
    const { epoch, clock, media } = this.#tenure;
    await media.close();
    await this.#options.log.saveClock(this.meeting, epoch, clock.now());
  }

  /** One thing after another: nothing else of this meeting runs while a job does. */
  #post<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#mailbox.then(job);
    // The next job runs whatever became of this one; its caller gets the error.
    this.#mailbox = result.catch(() => undefined);
    return result;
  }

  #system(command: SystemCommand): Promise<void> {
    return this.#post(async () => {
      if (!this.#closed) await this.#systemTurn(command);
    });
  }

  async #commandTurn(member: Id, frame: CommandFrame): Promise<Ack> {
    const key = `${member}:${frame.id}`;
    try {
      const ack = await this.#answer(member, frame);
      this.#faulted.delete(key);
      return ack;
    } catch (error) {
      const code = error instanceof AppendFailed ? 'fault.storage' : 'fault.internal';
      const incident = this.#report({ code, error });
      const retry = !this.#faulted.has(key);
      this.#faulted.add(key);
      await this.#recover();
      return { outcome: 'fault', code, incident, retry };
    }
  }

  async #answer(member: Id, { id, command }: CommandFrame): Promise<Ack> {
    const payloadHash = createHash('sha256').update(JSON.stringify(command)).digest('base64url');
    const stored = await this.#options.log.reply(this.meeting, member, id);
    if (stored !== null) {
      if (stored.payloadHash !== payloadHash) return { outcome: 'refused', refusal: { code: 'frame.idReused' } };
      return this.#ackOf(member, stored.ack);
    }
    await this.#decideDue();
    const context = this.#context({ kind: 'member', member }, `${member}:${id}`);
    const decision = decide(this.#state, command, context);
    const reply = (ack: ReplyAck): StoredReply => ({ member, commandId: id, payloadHash, ack });
    if ('refusal' in decision) {
      const ack: ReplyAck = { outcome: 'refused', refusal: decision.refusal };
      await this.#append({ entry: null, reply: reply(ack), context });
      this.#options.logger.info(
        { meeting: this.meeting, type: command.type, refusal: decision.refusal.code },
        'refused',
      );
      return ack;
    }
    await this.#commit(decision.events, member, context, (seq) => reply({ outcome: 'applied', seq }));
    return { outcome: 'applied', position: this.#lineOf(member).position };
  }

  #ackOf(member: Id, ack: ReplyAck): Ack {
    return ack.outcome === 'refused' ? ack : { outcome: 'applied', position: this.#lineOf(member).position };
  }

  async #systemTurn(command: SystemCommand): Promise<void> {
    try {
      if (command.type !== 'session.alarm') await this.#decideDue();
      await this.#decideSystem(command);
    } catch (error) {
      this.#report({ code: error instanceof AppendFailed ? 'fault.storage' : 'fault.internal', error });
      await this.#recover();
    }
  }

  async #decideSystem(command: SystemCommand): Promise<void> {
    const context = this.#context({ kind: 'system' }, randomUUID());
    const decision: Decision = decideBySystem(this.#state, command, context);
    if ('refusal' in decision || decision.events.length === 0) return;
    await this.#commit(decision.events, null, context, () => null);
  }

  /** A due deadline is decided before the next command. */
  async #decideDue(): Promise<void> {
    const { meeting } = nextDeadlines(this.#state);
    if (meeting !== null && meeting <= this.#tenure.clock.now()) await this.#decideSystem({ type: 'session.alarm' });
  }

  #context(actor: Context['actor'], seed: string): Context {
    const { clock } = this.#tenure;
    // New things are named after the command that made them; the hash keeps two members' ids apart.
    const commandId = `c${createHash('sha256').update(`${this.meeting}:${seed}`).digest('base64url').slice(0, 22)}`;
    return { now: clock.now(), wall: clock.wall(), actor, commandId };
  }

  /** Cut, append, swap, tell, open: in this order, so that a crash anywhere leaves silence. */
  async #commit(
    events: LoggedEvent[],
    by: Id | null,
    context: Context,
    replyAt: (seq: number) => StoredReply | null,
  ): Promise<void> {
    const before = this.#state;
    const after = events.reduce(evolve, before);
    const { epoch, media } = this.#tenure;
    await media.cut(rightsOf(() => after));
    const entry: LogEntry = { seq: this.#seq + 1, epoch, at: context.now, wall: context.wall, by, events };
    // A command without events is applied too: its reply alone is stored, and nothing is told.
    await this.#append({ entry: events.length === 0 ? null : entry, reply: replyAt(entry.seq), context });
    if (events.length > 0) {
      const commit: Commit = { entry, before, after };
      this.#state = after;
      this.#seq = entry.seq;
      this.#history.push(commit);
      this.#broadcast(commit);
    }
    media.reconcile();
    this.#setAlarm();
  }

  async #append({ entry, reply, context }: { entry: LogEntry | null; reply: StoredReply | null; context: Context }) {
    if (entry === null && reply === null) return;
    const { epoch } = this.#tenure;
    const append = { epoch, expectedSeq: this.#seq, entry, reply, at: context.now };
    let result: Awaited<ReturnType<MeetingLog['append']>>;
    try {
      result = await this.#options.log.append(this.meeting, append);
    } catch (cause) {
      throw new AppendFailed('the outcome of an append is unknown', { cause });
    }
    if (result !== 'appended') throw new AppendFailed(`the log refused an append: ${result}`);
  }

  #broadcast(commit: Commit): void {
    const told = new Map<Id, (viewer: Viewer) => void>();
    for (const [member, line] of this.#lines) {
      const shown = line.add(commit);
      if (shown.kind === 'envelope') told.set(member, (viewer) => viewer.envelope(shown.envelope));
      if (shown.kind === 'newLine') {
        const { snapshot, nameplates } = this.#snapshotFor(member, line.position);
        told.set(member, (viewer) => viewer.snapshot(snapshot, nameplates));
      }
    }
    for (const { viewer, synced } of this.#viewers.values()) if (synced) told.get(viewer.member)?.(viewer);
  }

  #snapshotFor(member: Id, position: Position): { snapshot: Snapshot; nameplates: Nameplates } {
    const state = viewFor(this.#state, member);
    return { snapshot: { ...position, state, ...this.clock() }, nameplates: nameplatesFor(state, this.#options.words) };
  }

  #lineOf(member: Id): ViewerLine {
    let line = this.#lines.get(member);
    if (line === undefined) {
      line = new ViewerLine(member, this.#options.nameLine, this.#history);
      this.#lines.set(member, line);
    }
    return line;
  }

  #setAlarm(): void {
    if (this.#alarm !== null) clearTimeout(this.#alarm);
    this.#alarm = null;
    const { meeting } = nextDeadlines(this.#state);
    if (meeting === null || this.#closed) return;
    const wait = Math.min(Math.max(0, meeting - this.#tenure.clock.now()), LONGEST_WAIT_MS);
    this.#alarm = setTimeout(() => {
      void this.#system({ type: 'session.alarm' }).then(() => this.#setAlarm()); // a fault is logged in the turn
    }, wait);
  }

  #saveClock(): void {
    const { epoch, clock } = this.#tenure;
    this.#options.log.saveClock(this.meeting, epoch, clock.now()).catch((error: unknown) => {
      this.#report({ code: 'fault.storage', error });
    });
  }

  /** Loads the log, and makes the takeover entry its first act, so that a stale owner's write is refused. */
  async #takeOver(): Promise<void> {
    const { log, clocks } = this.#options;
    const { entries, at, epoch } = await log.load(this.meeting);
    this.#history = [];
    this.#lines.clear();
    this.#state = initialState;
    for (const entry of entries) {
      const before = this.#state;
      this.#state = entry.events.reduce(evolve, before);
      this.#history.push({ entry, before, after: this.#state });
    }
    this.#seq = entries.at(-1)?.seq ?? 0;
    this.#tenure = {
      epoch: epoch + 1,
      clock: new MeetingClock(at, clocks),
      media: await openMedia(this.#options, () => this.#state, this.#tenure.media),
    };
    for (const { viewer } of this.#viewers.values()) this.#tenure.media.attach(viewer.member, viewer.id);
    await this.#decideSystem({ type: 'session.takeOver' });
    for (const { viewer } of this.#viewers.values()) {
      const member = memberById(this.#state, viewer.member);
      if (member !== undefined && isInside(member)) {
        await this.#decideSystem({ type: 'roster.restoreLink', member: viewer.member });
      }
    }
  }

  /** After a bug or an append of unknown outcome: the tenure ends, and the state is what the log says. */
  async #recover(): Promise<void> {
    try {
      await this.#takeOver();
      for (const { viewer, synced } of this.#viewers.values()) {
        if (!synced) continue;
        const { snapshot, nameplates } = this.#snapshotFor(viewer.member, this.#lineOf(viewer.member).position);
        viewer.snapshot(snapshot, nameplates);
      }
    } catch (error) {
      // The store is still away: media stay closed, and the next command tries again.
      this.#report({ code: 'fault.storage', error });
    }
  }

  #report({ code, error }: Fault): string {
    const incident = randomUUID();
    this.#options.logger.error({ meeting: this.meeting, code, incident, err: error }, 'fault');
    return incident;
  }
}

/** Opens the media of a tenure; those of the tenure before are closed first. */
async function openMedia(
  { meeting, openMedia: open, pushMedia, logger }: MeetingHostOptions,
  state: () => MeetingState,
  earlier?: MediaPlane,
): Promise<MediaPlane> {
  await earlier?.close();
  return open({ meeting, rights: rightsOf(state), ...pushMedia, log: logger });
}
