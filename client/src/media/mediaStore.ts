import type { Id, IntentSource } from '@track2/shared';
import { createStore } from 'zustand/vanilla';
import type { mediaText } from '../text/en/media.ts';
import { type Choices, type Devices, noDevices, rememberedChoices } from './devices.ts';

/** What hinders own media, as the key of its sentence. */
export type MediaProblem = Extract<keyof typeof mediaText, `media.problem.${string}`>;

/** The picture of one source of one member, by {@link pictureKey}. */
export type Pictures = ReadonlyMap<string, MediaStream>;

/** What the page knows of sound and picture. Written by MediaSession, and by ownDevices.ts what concerns devices. */
export type MediaState = {
  /** Pictures of the others, and the own ones straight from the device. */
  pictures: Pictures;
  /** The grant for which the person wants each source sent, as stated by an act of their own. */
  intents: Readonly<Record<IntentSource, string | null>>;
  /** Which own sources the server forwards. */
  live: Readonly<Record<IntentSource, boolean>>;
  /** Sources that this device cannot give, for want of the device or of leave. */
  missing: Readonly<Record<IntentSource, boolean>>;
  problem: MediaProblem | null;
  /** In dBov, of those heard at this moment. */
  levels: ReadonlyMap<Id, number>;
  speaker: Id | null;
  devices: Devices;
  choices: Choices;
  /** The browser plays nothing before a press. */
  needsTap: boolean;
};

/** Where a picture is kept. */
export const pictureKey = (member: Id, source: 'camera' | 'screen'): string => `${member} ${source}`;

const none = { microphone: false, camera: false, screen: false } as const;

/** See {@link MediaState}. */
export const mediaStore = createStore<MediaState>()(() => ({
  pictures: new Map(),
  intents: { microphone: null, camera: null, screen: null },
  live: none,
  missing: none,
  problem: null,
  levels: new Map(),
  speaker: null,
  devices: noDevices,
  choices: rememberedChoices(),
  needsTap: false,
}));
