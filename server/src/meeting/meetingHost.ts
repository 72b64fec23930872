import { randomUUID } from 'node:crypto';
import {
  type Ack,
  type ClockReply,
  type CommandFrame,
  type Context,
  decide,
  decideBySystem,
  type EndReason,
  evolve,
  type Id,
  initialState,
  isInside,
  type LoggedEvent,
  type MediaReply,
  type MediaRequest,
  type MeetingState,
  type MeetingTime,
  memberById,
  nextDeadlines,
  type Position,
  type Refusal,
  type SyncReply,
  type SystemCommand,
  type SystemCommandOf,
  uploadRefusal,
  viewFor,
} from '@track2/shared';
import type { BaseLogger } from 'pino';
import type { OpenMediaPlane } from '../media/mediaPlane.ts';
import type { Append, LogEntry, MeetingLog, MeetingWords, ReplyAck, StoredReply } from '../storage/ports.ts';
import { Alarm } from './alarm.ts';
import { idFrom, payloadHashOf } from './commandIds.ts';
import { Faults } from './faults.ts';
import { Mailbox } from './mailbox.ts';
import { type Clocks, MeetingClock } from './meetingClock.ts';
import { away, readMeeting, rightsOf, StoreAway, TakenElsewhere, type Tenure, write } from './tenure.ts';
import type { NameLine } from './viewerLine.ts';
import { type Scene, type Viewer, Viewers } from './viewers.ts';

export type MeetingHostOptions = {
  meeting: Id;
  log: MeetingLog;
  words: MeetingWords;
  nameLine: NameLine;
  clocks: Clocks;
  openMedia: OpenMediaPlane;
  /** What a command comes to; a proof passes a wrong one. */
  decide?: typeof decide;
  /** What the media plane tells connections goes through here. */
  pushMedia: Pick<Parameters<OpenMediaPlane>[0], 'push' | 'pulse'>;
  /** A member was removed: what would let the person in again ends. */
  shutOut(member: Id): Promise<void>;
  /** A document was removed: its bytes go too. */
  forgetDocument(document: Id): Promise<void>;
  logger: BaseLogger;
};

// How often the clock is saved, and a tenure that ended in a fault is taken up again. A kill gives back what was lived
// since then, and may give at most a second.
const HOUSEKEEPING_MS = 500;
/** How often the wall clock is looked at while a hard stop is to come: it may be set at any moment, unlike meeting time. */
const WALL_LOOK_MS = 1000;
// A deadline whose turn failed is not tried again at once: each try writes a takeover.
const AFTER_FAULT_MS = 1000;

/**
 * The one writer of a meeting. Everything that changes it goes through one mailbox, turn by turn: stored reply,
 * decide, compute next, cut the media that next withholds, append, swap, tell, open the media that the state grants.
 *
 * A bug and an append of unknown outcome end the tenure: media closed, then the log read again under a new epoch.
 * An append that finds another home's epoch ends it for good: taking over again would be a quarrel without end.
 * Closed by the registry of meetings.
 */
export class MeetingHost {
  readonly meeting: Id;
  readonly #options: MeetingHostOptions;
  readonly #viewers: Viewers;
  readonly #faults: Faults;
  readonly #mailbox = new Mailbox();
  readonly #alarm = new Alarm(() => this.#ring());
  readonly #housekeeping: NodeJS.Timeout;
  #state: MeetingState = initialState;
  #seq = 0;
  /** Null from a fault until the log has been read again; every turn begins by seeing to that. */
  #tenure: Tenure | null = null;
  /** The epoch of the last tenure here, and where its clock stood when it ended. */
  #epoch = 0;
  #lived: MeetingTime = 0;
  #over = false;

  /** Loads the meeting and takes over: whoever was inside counts as lost until the link is back. */
  static async start(options: MeetingHostOptions): Promise<MeetingHost> {
    const host = new MeetingHost(options);
    try {
      await host.#mailbox.post(() => host.#takeOver());
      return host;
    } catch (error) {
      await host.close();
      throw error;
    }
  }

  private constructor(options: MeetingHostOptions) {
    this.#options = options;
    this.meeting = options.meeting;
    this.#viewers = new Viewers(options);
    this.#faults = new Faults(options);
    this.#housekeeping = setInterval(() => this.#keepHouse(), HOUSEKEEPING_MS);
  }

  /** Whether this home holds the meeting no more: closed, or taken over by another. */
  get isOver(): boolean {
    return this.#over;
  }

  /** All that is true of the meeting, for the desk. */
  get state(): MeetingState {
    return this.#state;
  }

  /** The words that belong to the ids of the state. */
  get words(): MeetingWords {
    return this.#viewers.words;
  }

  /** Lets go of words that no id of the state is read by any more. */
  forgetWords(kept: MeetingWords): void {
    this.#viewers.words = kept;
  }

  /** The session's part of the state: its status, and when it is planned to begin, in wall time. */
  get session(): MeetingState['session'] {
    return this.#state.session;
  }

  clock(): ClockReply {
    return { at: this.#tenure?.clock.now() ?? this.#lived, wall: Math.round(this.#options.clocks.wall()) };
  }

  /** The state as one member may see it, for the entry page. */
  viewOf(member: Id): MeetingState {
    return viewFor(this.#state, member);
  }

  /** Why a member may not upload a document to an item now, or null. */
  uploadRefusal(member: Id, item: Id): Refusal | null {
    return uploadRefusal(this.#state, member, item);
  }

  /** The ids of all its documents, whoever may see them. */
  get documents(): Id[] {
    return this.#state.documents.documents.map(({ id }) => id);
  }

  /** A member's socket is there. It is told nothing before its first sync. */
  attach(viewer: Viewer): void {
    this.#viewers.attach(viewer);
    this.#tenure?.media.attach(viewer.member, viewer.id);
    void this.#system({ type: 'roster.restoreLink', member: viewer.member }); // a fault is logged in the turn
  }

  /** A member's socket is gone; when it was the last, the link counts as lost from now on. */
  detach(viewer: Viewer): void {
    this.#viewers.detach(viewer);
    this.#tenure?.media.detach(viewer.member, viewer.id);
    if (this.#over || this.#viewers.has(viewer.member)) return;
    void this.#system({ type: 'roster.loseLink', member: viewer.member }); // a fault is logged in the turn
  }

  /** Brings a mirror up to date: what it missed, or everything anew. First join, reconnect and a gap are one path. */
  sync(viewer: Viewer, position: Position | null): Promise<SyncReply> {
    return this.#mailbox.post(async () => {
      await this.#requireTenure();
      const envelopes = this.#viewers.sync(viewer, position);
      const running = this.#state.session.status === 'open';
      if (envelopes !== null) return { kind: 'events', envelopes, ...this.clock(), running };
      return { kind: 'snapshot', ...this.#viewers.snapshotFor(viewer.member, this.#scene()), running };
    });
  }

  /** Takes a command of a member through a turn. Never rejects. */
  submit(member: Id, frame: CommandFrame): Promise<Ack> {
    return this.#mailbox.post(() => this.#commandTurn(member, frame));
  }

  /** Takes what the platform itself asks of the meeting, null when it is done. Rejects on a fault, with the outcome unknown. */
  instruct(command: SystemCommand): Promise<Refusal | null> {
    return this.#turn((tenure) => this.#decideSystem(tenure, command));
  }

  /**
   * Takes a changed plan with the words that belong to it, as long as the meeting is still what the change was made
   * from: `overtaken` when it is not. Rejects on a fault, with the outcome unknown.
   */
  revise(
    command: SystemCommandOf<'session.revise'>,
    words: MeetingWords,
    isStillSo: () => boolean,
  ): Promise<Refusal | 'overtaken' | null> {
    return this.#turn(async (tenure) => {
      if (!isStillSo()) return 'overtaken';
      const before = this.words;
      // Before the turn, as it is shown with them.
      this.#viewers.words = words;
      const refusal = await this.#decideSystem(tenure, command);
      if (refusal !== null) this.#viewers.words = before;
      return refusal;
    });
  }

  /**
   * A member's link was opened elsewhere after its use: true when one more device was allowed, which is used up with
   * that. Otherwise it is noted at the door. Rejects on a fault.
   */
  linkReused(member: Id): Promise<boolean> {
    return this.#turn(async (tenure) => {
      const allowed = memberById(this.#state, member)?.door.deviceAllowed === true;
      await this.#decideSystem(tenure, { type: allowed ? 'roster.addDevice' : 'roster.flagLink', member });
      return allowed;
    });
  }

  /** Whether somebody of that id may come to the door: on the roster, and not removed. */
  knows(member: Id): boolean {
    const found = memberById(this.#state, member);
    return found !== undefined && found.presence.status !== 'removed';
  }

  /** Ends the sockets of a member for good. */
  disconnect(member: Id, reason: EndReason): void {
    this.#viewers.end(member, reason);
  }

  /**
   * Takes a media request. An intent that opens something is decided in its turn; everything else, an intent off above
   * all, acts at once: the plane forwards nothing that the state does not grant, and no turn waits for a worker's answer.
   */
  media(viewer: Viewer, request: MediaRequest): Promise<MediaReply> {
    const ask = async (): Promise<MediaReply> =>
      this.#tenure?.media.request(viewer.member, viewer.id, request) ?? { ok: false, code: 'media.unavailable' };
    return request.method === 'intent' && request.on ? this.#mailbox.post(ask) : ask();
  }

  /** Ends the tenure: media closed, nothing more is decided. The log keeps the meeting for the next home. */
  async close(): Promise<void> {
    if (this.#over) return;
    this.#leave();
    await this.#mailbox.drained();
    const tenure = this.#tenure;
    await this.#endTenure();
    if (tenure !== null) await this.#saveClock(tenure);
  }

  async #requireTenure(): Promise<Tenure> {
    if (this.#over) throw new StoreAway('the meeting is no longer held here');
    return this.#tenure ?? this.#takeOver();
  }

  async #commandTurn(member: Id, frame: CommandFrame): Promise<Ack> {
    const key = `${member}:${frame.id}`;
    try {
      const ack = await this.#answer(await this.#requireTenure(), member, frame);
      this.#faults.forget(key);
      return ack;
    } catch (error) {
      return this.#faults.answer(key, error, await this.#fault(error));
    }
  }

  async #answer(tenure: Tenure, member: Id, { id, command }: CommandFrame): Promise<Ack> {
    const { log, logger, decide: judge = decide } = this.#options;
    const payloadHash = payloadHashOf(command);
    const stored = await log.reply(this.meeting, member, id).catch(away);
    if (stored !== null && stored.payloadHash !== payloadHash)
      return { outcome: 'refused', refusal: { code: 'frame.idReused' } };
    if (stored?.ack.outcome === 'refused') return stored.ack;
    if (stored !== null) return { outcome: 'applied', position: this.#viewers.positionOf(member) };
    await this.#decideDue(tenure);
    const context = this.#context(tenure, { kind: 'member', member }, `${member}:${id}`);
    const decision = judge(this.#state, command, context);
    const reply = (ack: ReplyAck): StoredReply => ({ member, commandId: id, payloadHash, ack });
    if ('refusal' in decision) {
      const ack: ReplyAck = { outcome: 'refused', refusal: decision.refusal };
      await this.#append(tenure, { entry: null, reply: reply(ack), at: context.now });
      logger.info({ meeting: this.meeting, type: command.type, refusal: decision.refusal.code }, 'refused');
      return ack;
    }
    await this.#commit(tenure, decision.events, { ...context, reply: (seq) => reply({ outcome: 'applied', seq }) });
    return { outcome: 'applied', position: this.#viewers.positionOf(member) };
  }

  #turn<T>(work: (tenure: Tenure) => Promise<T>): Promise<T> {
    return this.#mailbox.post(async () => {
      try {
        const tenure = await this.#requireTenure();
        await this.#decideDue(tenure);
        return await work(tenure);
      } catch (error) {
        await this.#fault(error);
        throw error;
      }
    });
  }

  #system(command: SystemCommand): Promise<void> {
    return this.#mailbox.post(async () => {
      if (this.#over) return;
      try {
        const tenure = await this.#requireTenure();
        await this.#decideDue(tenure);
        if (command.type !== 'session.alarm') await this.#decideSystem(tenure, command);
        this.#setAlarm(tenure);
      } catch (error) {
        await this.#fault(error);
      }
    });
  }

  async #decideSystem(tenure: Tenure, command: SystemCommand): Promise<Refusal | null> {
    const context = this.#context(tenure, { kind: 'system' }, randomUUID());
    const decision = decideBySystem(this.#state, command, context);
    if ('refusal' in decision) return decision.refusal;
    if (decision.events.length > 0) await this.#commit(tenure, decision.events, { ...context, reply: () => null });
    return null;
  }

  /** A look that finds nothing due asks for no turn: while a hard stop is to come, there is one each second. */
  #ring(): void {
    const tenure = this.#tenure;
    if (tenure !== null && !this.#isDue(tenure)) this.#setAlarm(tenure);
    else void this.#system({ type: 'session.alarm' }); // a fault is logged in the turn
  }

  #isDue({ clock }: Tenure): boolean {
    const { meeting, wall } = nextDeadlines(this.#state);
    return (meeting !== null && meeting <= clock.now()) || (wall !== null && wall <= clock.wall());
  }

  /** A due deadline is decided before the next command. */
  async #decideDue(tenure: Tenure): Promise<void> {
    if (this.#isDue(tenure)) await this.#decideSystem(tenure, { type: 'session.alarm' });
  }

  #context({ clock }: Tenure, actor: Context['actor'], seed: string): Context {
    return { now: clock.now(), wall: clock.wall(), actor, commandId: idFrom(this.meeting, seed) };
  }

  /** Cut, append, swap, tell, open: in this order, so that a crash anywhere leaves silence. */
  async #commit(
    tenure: Tenure,
    events: LoggedEvent[],
    { now: at, wall, actor, reply }: Context & { reply: (seq: number) => StoredReply | null },
  ): Promise<void> {
    const before = this.#state;
    const after = events.reduce(evolve, before);
    const { epoch, media } = tenure;
    const by = actor.kind === 'member' ? actor.member : null;
    await media.cut(rightsOf(() => after));
    const entry: LogEntry = { seq: this.#seq + 1, epoch, at, wall, by, events };
    // A command without events is applied too: its reply alone is stored, and nothing is told.
    await this.#append(tenure, { entry: events.length === 0 ? null : entry, reply: reply(entry.seq), at });
    if (events.length > 0) {
      this.#state = after;
      this.#seq = entry.seq;
      this.#viewers.tell({ entry, before, after }, this.clock());
      this.#forgetDocuments(events);
      await this.#putOut(events);
    }
    media.reconcile();
    this.#setAlarm(tenure);
  }

  /**
   * Before the answer to who removed a member, the member's sockets are closed and nothing lets the person in again.
   * Should the store fail in this, entering is refused all the same, as the meeting remembers it.
   */
  async #putOut(events: LoggedEvent[]): Promise<void> {
    const removed = events.flatMap((event) => (event.type === 'roster.removed' ? [event.member] : []));
    for (const member of removed) {
      this.#viewers.end(member, 'removed');
      await this.#options.shutOut(member).catch((error: unknown) => this.#faults.report(error));
    }
  }

  /** The bytes of what was removed. Should that fail, they are sealed all the same, and go with the next start. */
  #forgetDocuments(events: LoggedEvent[]): void {
    for (const event of events) {
      if (event.type !== 'documents.removed') continue;
      this.#options.forgetDocument(event.document).catch((error: unknown) => this.#faults.report(error));
    }
  }

  async #append({ epoch }: Tenure, { entry, reply, at }: Omit<Append, 'epoch' | 'expectedSeq'>): Promise<void> {
    if (entry === null && reply === null) return;
    await write(this.#options.log, this.meeting, { epoch, expectedSeq: this.#seq, entry, reply, at });
  }

  #setAlarm({ clock }: Tenure): void {
    const { meeting, wall } = nextDeadlines(this.#state);
    const waits = [...(meeting === null ? [] : [meeting - clock.now()]), ...(wall === null ? [] : [WALL_LOOK_MS])];
    if (waits.length === 0 || this.#over) this.#alarm.stop();
    else this.#alarm.set(Math.max(Math.min(...waits), AFTER_FAULT_MS - this.#faults.age));
  }

  #scene(): Scene {
    return { state: this.#state, clock: this.clock() };
  }

  /**
   * Loads the log, and makes the takeover entry its first act, so that a stale owner's write is refused. Those who
   * are connected here are back at once, and see everything anew.
   */
  async #takeOver(): Promise<Tenure> {
    const { log, clocks, meeting, openMedia, pushMedia, logger } = this.#options;
    const { history, state, seq, at, epoch } = await readMeeting(log, meeting);
    if (this.#epoch > 0 && epoch > this.#epoch) throw new TakenElsewhere('another home has taken over');
    this.#state = state;
    this.#seq = seq;
    this.#viewers.begin(history);
    // What a crash left between the log and the links.
    await this.#putOut(history.flatMap(({ entry }) => entry.events));
    const media = await openMedia({ meeting, rights: rightsOf(() => this.#state), ...pushMedia, log: logger });
    // Saved once a second: where this process went on from is newer than that, and no time is given twice.
    const tenure = { epoch: epoch + 1, clock: new MeetingClock(Math.max(at, this.#lived), clocks), media };
    this.#tenure = tenure;
    this.#epoch = tenure.epoch;
    try {
      for (const { id, member } of this.#viewers.all) media.attach(member, id);
      await this.#decideSystem(tenure, { type: 'session.takeOver' });
      for (const { member: id } of this.#viewers.all) {
        const member = memberById(this.#state, id);
        if (member !== undefined && isInside(member))
          await this.#decideSystem(tenure, { type: 'roster.restoreLink', member: id });
      }
    } catch (error) {
      await this.#endTenure();
      throw error;
    }
    this.#viewers.replaceAll(this.#scene());
    return tenure;
  }

  /** Media first: whatever is in doubt, nobody is heard meanwhile. */
  async #endTenure(): Promise<void> {
    const tenure = this.#tenure;
    if (tenure === null) return;
    this.#tenure = null;
    this.#lived = tenure.clock.now();
    this.#alarm.stop();
    await tenure.media.close();
  }

  /** Reports a failed turn and does what follows from it; the answer is the incident's id. */
  async #fault(error: unknown): Promise<string> {
    const incident = this.#faults.report(error);
    if (error instanceof TakenElsewhere) {
      this.#leave();
      await this.#endTenure();
      this.#viewers.endAll('meetingGone');
    } else if (this.#tenure !== null && !(error instanceof StoreAway)) {
      await this.#endTenure();
      // When this fails too, the next turn or the housekeeping tries again.
      await this.#takeOver().catch((again: unknown) => this.#fault(again));
    }
    return incident;
  }

  #keepHouse(): void {
    if (this.#tenure !== null)
      void this.#saveClock(this.#tenure); // reports its own fault
    else void this.#system({ type: 'session.alarm' }); // takes over first; a fault is logged in the turn
  }

  async #saveClock({ epoch, clock }: Tenure): Promise<void> {
    await this.#options.log
      .saveClock(this.meeting, epoch, clock.now())
      .catch((error: unknown) => this.#faults.report(error));
  }

  #leave(): void {
    this.#over = true;
    clearInterval(this.#housekeeping);
    this.#alarm.stop();
  }
}
