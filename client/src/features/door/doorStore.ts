import type { Id } from '@track2/shared';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Whom somebody at the door is about to turn away: asked once more before it happens. */
const doorStore = createStore<{ turningAway: Id | null }>(() => ({ turningAway: null }));

/** Asks whether this member is to be turned away, or (null) stops asking. */
export const askTurnAway = (member: Id | null): void => doorStore.setState({ turningAway: member });

export const useTurningAway = (): Id | null => useStore(doorStore, ({ turningAway }) => turningAway);
