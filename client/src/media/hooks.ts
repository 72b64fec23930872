import type { Id } from '@track2/shared';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { type Tone, uiStore } from '../ui/uiStore.ts';
import { type MediaProblem, mediaStore, pictureKey } from './mediaStore.ts';
import { type OwnSource, ownSource } from './own.ts';
import { mediaSession } from './session.ts';
import { notesOf, playNotes } from './sounds.ts';

export { MediaNotices } from './MediaNotices.tsx';
export { chooseDevice, readDevices, useDevices } from './ownDevices.ts';
export { startMedia } from './session.ts';
export { Video } from './Video.tsx';

/** The picture of a member, or null while there is none. */
export const useVideo = (member: Id, source: 'camera' | 'screen'): MediaStream | null =>
  useStore(mediaStore, ({ pictures }) => pictures.get(pictureKey(member, source)) ?? null);

const QUIETEST_DB = -60;

/** How loud a member is heard now, from 0 (silent) to 1. */
export const useLevel = (member: Id): number =>
  useStore(mediaStore, ({ levels }) => Math.max(0, 1 - (levels.get(member) ?? QUIETEST_DB) / QUIETEST_DB));

/** The member who is heard most, or null in silence. */
export const useActiveSpeaker = (): Id | null => useStore(mediaStore, ({ speaker }) => speaker);

/** The own sources, and what hinders them. */
export type OwnMediaState = {
  microphone: OwnSource;
  camera: OwnSource;
  screen: OwnSource;
  problem: MediaProblem | null;
};

export const useOwnMedia = (): OwnMediaState =>
  useStore(
    mediaStore,
    useShallow((state) => ({
      microphone: ownSource(state, 'microphone'),
      camera: ownSource(state, 'camera'),
      screen: ownSource(state, 'screen'),
      problem: state.problem,
    })),
  );

/** What the own microphone does at this moment. */
export const microphoneNow = (): OwnSource => ownSource(mediaStore.getState(), 'microphone');

/** The person's own acts. Nothing else in the app may call them. */
export const setMicrophone = (on: boolean): void => mediaSession.set('microphone', on);
export const setCamera = (on: boolean): void => mediaSession.set('camera', on);
export const setScreen = (on: boolean): void => mediaSession.set('screen', on);
export const replaceScreen = (): void => mediaSession.replaceScreen();

const isOpen = (): boolean => mediaStore.getState().intents.microphone !== null;

/** Plays the tone of a moment, wanted or not; never into an open microphone, and not a moment after it opens. */
export async function tryTone(tone: Tone): Promise<void> {
  if (isOpen()) return;
  const opened = new AbortController();
  const unfollow = mediaStore.subscribe(() => isOpen() && opened.abort());
  // A browser that plays nothing leaves it out.
  await playNotes(notesOf[tone], mediaStore.getState().choices.speaker, opened.signal).catch(() => {});
  unfollow();
}

/** The same for who wants to hear this one. */
export function playTone(tone: Tone): void {
  if (uiStore.getState().tones.includes(tone)) void tryTone(tone);
}
