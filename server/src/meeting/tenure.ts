import { evolve, hears, type Id, initialState, type MeetingState, type MeetingTime, mediaGrant } from '@track2/shared';
import type { MediaPlane, MediaRights } from '../media/mediaPlane.ts';
import type { Append, MeetingLog } from '../storage/ports.ts';
import type { MeetingClock } from './meetingClock.ts';
import type { Commit } from './viewerLine.ts';

/** What a home holds of its meeting: the epoch that fences its writes, the clock, and the media that follow the state. */
export type Tenure = { epoch: number; clock: MeetingClock; media: MediaPlane };

/** The store did not answer a question. Nothing was written, so nothing is in doubt. */
export class StoreAway extends Error {}

/** An append whose outcome is not known, or that does not follow what this home knows: the log has to be read again. */
export class AppendFailed extends Error {}

/** Another home has written: the meeting is held there. */
export class TakenElsewhere extends Error {}

/** Whether a turn failed for the store's sake, so that the same command may well succeed later. */
export const isOfStore = (error: unknown): boolean =>
  error instanceof StoreAway || error instanceof AppendFailed || error instanceof TakenElsewhere;

/** Passes a store's failure on as what it means for a tenure. */
export const away = (cause: unknown): never => {
  throw new StoreAway('the store does not answer', { cause });
};

/** Appends, or throws what it means for the tenure that it did not. */
export async function write(log: MeetingLog, meeting: Id, append: Append): Promise<void> {
  const result = await log.append(meeting, append).catch((cause: unknown) => {
    throw new AppendFailed('the outcome of an append is unknown', { cause });
  });
  if (result === 'stale') throw new TakenElsewhere('another home has written to the log');
  if (result === 'conflict') throw new AppendFailed('the log holds more than this home knows');
}

/** What the media plane reads of a state. */
export const rightsOf = (state: () => MeetingState): MediaRights => ({
  grant: (member) => mediaGrant(state(), member),
  hears: (member) => hears(state(), member),
});

/** A meeting as its log tells it: each turn with the state on both sides, the clock and epoch as last saved. */
export async function readMeeting(
  log: MeetingLog,
  meeting: Id,
): Promise<{ history: Commit[]; state: MeetingState; seq: number; at: MeetingTime; epoch: number }> {
  const { entries, at, epoch } = await log.load(meeting).catch(away);
  const history: Commit[] = [];
  let state = initialState;
  for (const entry of entries) {
    const before = state;
    state = entry.events.reduce(evolve, before);
    history.push({ entry, before, after: state });
  }
  return { history, state, seq: entries.at(-1)?.seq ?? 0, at, epoch };
}
