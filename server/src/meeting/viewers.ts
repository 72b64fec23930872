import {
  type ClockReply,
  type EndReason,
  type Envelope,
  type Id,
  type MeetingState,
  type Nameplates,
  type Position,
  type Snapshot,
  viewFor,
} from '@track2/shared';
import type { MeetingWords } from '../storage/ports.ts';
import { nameplatesFor } from './nameplates.ts';
import { type Commit, type NameLine, ViewerLine } from './viewerLine.ts';

/** A member's socket, as the host sees it. */
export type Viewer = {
  readonly id: string;
  readonly member: Id;
  envelope(envelope: Envelope): void;
  snapshot(snapshot: Snapshot, nameplates: Nameplates): void;
  /** The meeting is no longer held here: the socket is closed for good. */
  end(reason: EndReason): void;
};

/** What is shown now: the state and the clocks that belong to it. */
export type Scene = { state: MeetingState; clock: ClockReply };

/** The sockets at a meeting, and what each of their members has been shown. */
export class Viewers {
  /** Whoever is shown anything from now on reads these. */
  words: MeetingWords;
  readonly #nameLine: NameLine;
  readonly #attached = new Map<string, { viewer: Viewer; synced: boolean }>();
  readonly #lines = new Map<Id, ViewerLine>();
  #history: Commit[] = [];

  constructor({ words, nameLine }: { words: MeetingWords; nameLine: NameLine }) {
    this.words = words;
    this.#nameLine = nameLine;
  }

  /** Starts over with what the log says: what was shown is what follows from it. */
  begin(history: Commit[]): void {
    this.#history = history;
    this.#lines.clear();
  }

  get all(): Viewer[] {
    return [...this.#attached.values()].map(({ viewer }) => viewer);
  }

  has(member: Id): boolean {
    return this.all.some((viewer) => viewer.member === member);
  }

  /** A viewer is told nothing before its first sync. */
  attach(viewer: Viewer): void {
    this.#attached.set(viewer.id, { viewer, synced: false });
  }

  detach(viewer: Viewer): void {
    this.#attached.delete(viewer.id);
  }

  positionOf(member: Id): Position {
    return this.#lineOf(member).position;
  }

  /** From here on the viewer is told; null when only a snapshot can tell what it missed. */
  sync(viewer: Viewer, position: Position | null): Envelope[] | null {
    const attached = this.#attached.get(viewer.id);
    if (attached !== undefined) attached.synced = true;
    const line = this.#lineOf(viewer.member);
    return position === null ? null : line.since(position);
  }

  snapshotFor(member: Id, { state, clock }: Scene): { snapshot: Snapshot; nameplates: Nameplates } {
    const view = viewFor(state, member);
    const snapshot = { ...this.positionOf(member), state: view, ...clock };
    return { snapshot, nameplates: nameplatesFor(view, this.words, member) };
  }

  /** Shows a turn: to each its own envelope, or a snapshot where what it may see has changed. */
  tell(commit: Commit, clock: ClockReply): void {
    this.#history.push(commit);
    const told = new Map<Id, (viewer: Viewer) => void>();
    for (const [member, line] of this.#lines) {
      const shown = line.add(commit);
      if (shown.kind === 'envelope') told.set(member, (viewer) => viewer.envelope(shown.envelope));
      // A member whom everybody is to know now, or nobody any more: the names go with a snapshot.
      if (shown.kind === 'newLine' || this.#readsOthers(member, commit)) {
        const { snapshot, nameplates } = this.snapshotFor(member, { state: commit.after, clock });
        told.set(member, (viewer) => viewer.snapshot(snapshot, nameplates));
      }
    }
    for (const viewer of this.#synced()) told.get(viewer.member)?.(viewer);
  }

  /** Shows everything anew, to everyone who was told before. */
  replaceAll(scene: Scene): void {
    for (const viewer of this.#synced()) {
      const { snapshot, nameplates } = this.snapshotFor(viewer.member, scene);
      viewer.snapshot(snapshot, nameplates);
    }
  }

  /** Closes the sockets of one member. */
  end(member: Id, reason: EndReason): void {
    for (const viewer of this.all) if (viewer.member === member) viewer.end(reason);
  }

  endAll(reason: EndReason): void {
    for (const viewer of this.all) viewer.end(reason);
  }

  /** Whether other names are read after a turn than before it. */
  #readsOthers(member: Id, { entry, before, after }: Commit): boolean {
    if (!entry.events.some(({ type }) => type === 'roster.roleSet' || type === 'session.policyChanged')) return false;
    const [had, has] = [before, after].map((state) =>
      JSON.stringify(nameplatesFor(viewFor(state, member), this.words, member)),
    );
    return had !== has;
  }

  #synced(): Viewer[] {
    return [...this.#attached.values()].flatMap(({ viewer, synced }) => (synced ? [viewer] : []));
  }

  #lineOf(member: Id): ViewerLine {
    let line = this.#lines.get(member);
    if (line === undefined) {
      line = new ViewerLine(member, this.#nameLine, this.#history);
      this.#lines.set(member, line);
    }
    return line;
  }
}
