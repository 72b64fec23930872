import { type Envelope, evolve, type Id, type Nameplates, type Snapshot, type SyncReply } from '@track2/shared';
import type { MeetingView } from './meetingStore.ts';

/** What an envelope does to the mirror. `gap`: something was missed, so the mirror asks for it. */
export type Folded = { kind: 'view'; view: MeetingView } | { kind: 'ignored' } | { kind: 'gap' };

/** The mirror that a snapshot makes: it replaces everything. */
export function mirrorOf({ state, line, n }: Snapshot, nameplates: Nameplates, me: Id): MeetingView {
  return { state, me, nameplates, position: { line, n } };
}

/** Folds one envelope. One of another line, or one that is already folded, is ignored. */
export function fold(view: MeetingView | null, { line, n, events }: Envelope): Folded {
  if (view === null) return { kind: 'ignored' };
  const { position } = view;
  if (line !== position.line || n <= position.n) return { kind: 'ignored' };
  if (n !== position.n + 1) return { kind: 'gap' };
  return { kind: 'view', view: { ...view, state: events.reduce(evolve, view.state), position: { line, n } } };
}

/** The mirror after a sync: what was missed, or everything anew; null when what came does not fit what is held. */
export function synced(held: MeetingView | null, reply: SyncReply, me: Id): MeetingView | null {
  if (reply.kind === 'snapshot') return mirrorOf(reply.snapshot, reply.nameplates, me);
  let view = held;
  for (const envelope of reply.envelopes) {
    const folded = fold(view, envelope);
    if (folded.kind === 'gap') return null;
    if (folded.kind === 'view') view = folded.view;
  }
  return view;
}
