import type {
  EndReason,
  EntrySeat,
  Id,
  MeetingFace,
  MeetingState,
  Nameplates,
  Position,
  UploadLimits,
} from '@track2/shared';
import { createStore } from 'zustand/vanilla';
import type { ClockEstimate } from './clock.ts';

/** The mirror of the meeting: what this member may see, with the names that belong to it. */
export type MeetingView = { state: MeetingState; me: Id; nameplates: Nameplates; position: Position };

/** How the page stands with the server. `ended` is for good: nothing comes back by itself. */
export type Link =
  | { status: 'connecting' }
  | { status: 'connected' }
  | { status: 'reconnecting' }
  | { status: 'ended'; reason: EndReason | 'sessionGone' };

/** What is known before the mirror: who this is, the meeting's public face, and what a file may have at most. */
export type Entered = { you: EntrySeat; meeting: MeetingFace; uploads: UploadLimits };

export type MeetingStoreState = {
  entered: Entered | null;
  link: Link;
  meeting: MeetingView | null;
  clock: ClockEstimate | null;
};

/** Everything that comes from the server about the meeting. Written by `connection/` alone. */
export const meetingStore = createStore<MeetingStoreState>(() => ({
  entered: null,
  link: { status: 'connecting' },
  meeting: null,
  clock: null,
}));
