import { type MediaSource, mediaGrant } from '@track2/shared';
import { meetingStore } from '../../meeting/meetingStore.ts';

/** How long an applied command may take to show in the mirror before the person states the intent by hand. */
const WAIT_MS = 5000;

function holds(source: MediaSource): boolean {
  const { meeting } = meetingStore.getState();
  return meeting !== null && mediaGrant(meeting.state, meeting.me)[source] !== null;
}

/**
 * Resolves once this person holds a grant for that source, or after a while without one. The answer to a command may
 * come before the envelope with the grant, and an intent names the grant it is for.
 */
export function untilGranted(source: MediaSource): Promise<void> {
  if (holds(source)) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const stop = meetingStore.subscribe(() => {
      if (holds(source)) done();
    });
    const timer = setTimeout(done, WAIT_MS);
  });
}
