import { mediaRequest, onConnected, onMediaPush, onPulse } from '../connection/connection.ts';
import { meetingStore } from '../meeting/meetingStore.ts';
import { MediaSession } from './MediaSession.ts';

/** The one MediaSession of this page. */
export const mediaSession = new MediaSession({
  request: mediaRequest,
  onPush: onMediaPush,
  onPulse,
  onConnected,
  meeting: () => meetingStore.getState().meeting,
  onMeeting: (listener) => meetingStore.subscribe(listener),
});

/** Lets sound and picture follow the meeting from here on. Idempotent. */
export const startMedia = (): void => mediaSession.start();
