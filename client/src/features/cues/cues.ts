import { type Cue, type CueKind, type Id, type MeetingState, memberById, type Turn } from '@track2/shared';

/** All kinds of cues, in the order in which a talk needs them. */
export const cueKinds = [
  'fiveMinutes',
  'twoMinutes',
  'wrapUp',
  'slower',
  'closerToMicrophone',
  'nextSlide',
  'questionComing',
] as const satisfies readonly CueKind[];

/** What the speaker has to see: cues of one kind that nobody has acknowledged, the oldest of them first. */
export type ShownCue = { kind: CueKind; cues: readonly [Cue, ...Cue[]] };

/** The cues that the viewer's seat has not acknowledged, while their turn lasts: the latest kind first, each once. */
export function shownCues(state: MeetingState, me: Id): ShownCue[] {
  const seat = memberById(state, me)?.seat;
  const shown = new Map<CueKind, [Cue, ...Cue[]]>();
  for (const cue of state.keynote.cues) {
    const lasts = state.floor.turns.some((turn) => turn.id === cue.turn);
    if (cue.seat !== seat || cue.acknowledgedAt !== null || !lasts) continue;
    const same = shown.get(cue.kind);
    // A kind that is sent again moves to the front with all of its cues.
    shown.delete(cue.kind);
    shown.set(cue.kind, same === undefined ? [cue] : [...same, cue]);
  }
  return [...shown].map(([kind, cues]) => ({ kind, cues })).toReversed();
}

const presides = ({ purpose }: Turn): boolean => purpose.kind === 'presiding';
const isTaken = ({ status }: Turn): boolean => status.kind !== 'called' && status.kind !== 'suspended';

/** The turns of others that the viewer can send cues to; who presides, and speaks a sentence in between, comes last. */
export function cueTurns(state: MeetingState, me: Id): Turn[] {
  const own = memberById(state, me)?.seat;
  const turns = state.floor.turns.filter((turn) => isTaken(turn) && turn.seat !== own);
  return turns.toSorted((a, b) => Number(presides(a)) - Number(presides(b)));
}

/** The cues of a turn, the latest first. */
export const cuesOf = (state: MeetingState, turn: Id): Cue[] =>
  state.keynote.cues.filter((cue) => cue.turn === turn).toReversed();
