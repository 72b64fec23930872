import { type Id, mediaGrant } from '@track2/shared';
import { useEffect } from 'react';
import { microphoneNow, setMicrophone } from '../../media/hooks.ts';
import { meetingStore } from '../../meeting/meetingStore.ts';
import { isSpaceOfControl, isTakenElsewhere } from '../../ui/keys.ts';
import { shortcutOf, shortcuts } from '../../ui/shortcuts.ts';
import { useUi } from '../../ui/uiStore.ts';
import { type OwnVoice, type TalkEvent, talkStep } from './pushToTalk.ts';

/** Backstage the room hears nothing, and nobody has to hold a key. */
function ownVoice(): OwnVoice {
  const { meeting } = meetingStore.getState();
  const grant = meeting === null ? null : mediaGrant(meeting.state, meeting.me).microphone;
  return { grant: grant?.audience === 'room' ? grant.id : null, microphone: microphoneNow() };
}

/** Listens until the returned function is called; then an open microphone that is held closes. */
function listen(): () => void {
  let held: Id | null = null;
  const step = (event: TalkEvent): void => {
    const talk = talkStep(held, event, ownVoice());
    held = talk.held;
    if (talk.set !== undefined) setMicrophone(talk.set);
  };
  const stopped = new AbortController();
  // Before all others, as what has the focus may keep a key to itself, and the one that ends it must not be missed.
  const listening = { signal: stopped.signal, capture: true };
  const [space] = shortcuts.talk.talk.codes;
  const down = (event: KeyboardEvent): void => {
    if (shortcutOf('talk', event) === null) return;
    if (!isTakenElsewhere(event) && !isSpaceOfControl(event)) step('down');
    // Else the page would scroll under the one who speaks.
    if (held !== null) event.preventDefault();
  };
  window.addEventListener('keydown', down, listening);
  window.addEventListener('keyup', ({ code }) => code === space && step('up'), listening);
  window.addEventListener('blur', () => step('away'), { signal: stopped.signal });
  document.addEventListener('visibilitychange', () => document.hidden && step('away'), listening);
  const unfollow = meetingStore.subscribe(() => step('changed'));
  return () => {
    step('away');
    stopped.abort();
    unfollow();
  };
}

/** Who has the floor is heard while they hold Space, unless a control that uses Space has the focus. */
export function usePushToTalk(): void {
  const on = useUi(({ shortcuts: keys, pushToTalk }) => keys === 'on' && pushToTalk === 'on');
  useEffect(() => (on ? listen() : undefined), [on]);
}
