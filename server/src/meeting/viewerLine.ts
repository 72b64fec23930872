import { createHmac } from 'node:crypto';
import {
  type Envelope,
  eventsFor,
  evolve,
  type Id,
  type MeetingEvent,
  type MeetingState,
  type Position,
  seesAnew,
  sightOf,
} from '@track2/shared';
import type { LogEntry } from '../storage/ports.ts';

/** One turn of the meeting with the state on both sides of it. */
export type Commit = { entry: LogEntry; before: MeetingState; after: MeetingState };

/** What a commit means for one viewer. */
export type Shown = { kind: 'nothing' } | { kind: 'envelope'; envelope: Envelope } | { kind: 'newLine' };

// Envelopes of one line that are kept for those who come back; who missed more gets a snapshot.
const KEPT = 2000;

/** Names the lines of a meeting so that neither the log's sequence nor hidden activity can be read from them. */
export type NameLine = (member: Id, seq: number) => string;

/** Names lines with a key that never leaves the server, the same after each restart. */
export const lineNames =
  (key: Buffer): NameLine =>
  (member, seq) =>
    `l${createHmac('sha256', key).update(`line:${member}:${seq}`).digest('base64url').slice(0, 22)}`;

/** The events of a commit as one viewer may see them. */
function project({ entry, before }: Commit, viewer: Id): MeetingEvent[] {
  let state = before;
  return entry.events.flatMap((event) => {
    const shown = eventsFor(state, event, viewer);
    state = evolve(state, event);
    return shown;
  });
}

/**
 * What one viewer has been shown: numbered envelopes without gaps on a line of sight, and a new line whenever the
 * sight changes. A function of the log alone, so that it is the same after a restart.
 */
export class ViewerLine {
  readonly #viewer: Id;
  readonly #nameLine: NameLine;
  #line: string;
  #n = 0;
  #envelopes: Envelope[] = [];

  constructor(viewer: Id, nameLine: NameLine, history: readonly Commit[]) {
    this.#viewer = viewer;
    this.#nameLine = nameLine;
    this.#line = nameLine(viewer, 0);
    for (const commit of history) this.add(commit);
  }

  get position(): Position {
    return { line: this.#line, n: this.#n };
  }

  add(commit: Commit): Shown {
    const { entry, before, after } = commit;
    const sight = sightOf(after, this.#viewer);
    if (seesAnew(before, after, this.#viewer)) {
      this.#line = this.#nameLine(this.#viewer, entry.seq);
      this.#n = 0;
      this.#envelopes = [];
      return { kind: 'newLine' };
    }
    const events = project(commit, this.#viewer);
    if (events.length === 0) return { kind: 'nothing' };
    this.#n += 1;
    const envelope: Envelope = { line: this.#line, n: this.#n, events, at: entry.at, wall: entry.wall };
    // [VI5] who acted is for those who run the meeting, and for the one who did
    if (entry.by !== null && (sight === 'bench' || entry.by === this.#viewer)) envelope.by = entry.by;
    this.#envelopes.push(envelope);
    if (this.#envelopes.length > KEPT) this.#envelopes.shift();
    return { kind: 'envelope', envelope };
  }

  /** What the viewer missed since a position, or null when only a snapshot can tell. */
  since({ line, n }: Position): Envelope[] | null {
    if (line !== this.#line || n > this.#n) return null;
    const missed = this.#n - n;
    return missed > this.#envelopes.length ? null : this.#envelopes.slice(this.#envelopes.length - missed);
  }
}
