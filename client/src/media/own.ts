import type { IntentSource, MediaGrant } from '@track2/shared';
import type { MediaState } from './mediaStore.ts';

/** What a source of one's own does: not there, not wanted, wanted but not forwarded, or forwarded. */
export type OwnSource = 'none' | 'off' | 'on' | 'live';

const sources = ['microphone', 'camera', 'screen'] as const;

/**
 * The intents whose grant ended or is another one now. They end too, so that nobody is heard or seen again without
 * an act of their own.
 */
export const endedIntents = (intents: MediaState['intents'], grant: MediaGrant): IntentSource[] =>
  sources.filter((source) => intents[source] !== null && intents[source] !== (grant[source]?.id ?? null));

/** What is forwarded although this person does not want it: an `off` that a lost connection swallowed. */
export const unwantedLive = (intents: MediaState['intents'], live: MediaState['live']): IntentSource[] =>
  sources.filter((source) => live[source] && intents[source] === null);

/** The state of one own source, as the controls show it. */
export function ownSource(state: Pick<MediaState, 'intents' | 'live' | 'missing'>, source: IntentSource): OwnSource {
  if (state.missing[source]) return 'none';
  if (state.intents[source] === null) return 'off';
  return state.live[source] ? 'live' : 'on';
}
