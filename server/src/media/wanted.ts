import type { Audience, Grant, Id, IntentSource, MediaGrant, TrackSource } from '@track2/shared';
import type { MediaRights } from './mediaPlane.ts';

/** The source whose grant and intent a track follows: the audio of a shared tab goes with its screen. */
export const grantedAs = (source: TrackSource): IntentSource => (source === 'screenAudio' ? 'screen' : source);

/** What a source has to be; anything else would carry a voice out under the grant of a camera. */
export const kindOf = (source: TrackSource): 'audio' | 'video' =>
  source === 'microphone' || source === 'screenAudio' ? 'audio' : 'video';

/** Whether two grants are one: the same leave for the same audience. */
export const isSameGrant = (a: Grant | null, b: Grant | null): boolean =>
  a !== null && b !== null && a.id === b.id && a.audience === b.audience;

/** What both allow: in force between the cut of a turn and the swap of its state. */
export function whatBothAllow(a: MediaRights, b: MediaRights): MediaRights {
  return {
    grant(member) {
      const [one, other] = [a.grant(member), b.grant(member)];
      const both = (source: IntentSource): Grant | null =>
        isSameGrant(one[source], other[source]) ? one[source] : null;
      return { microphone: both('microphone'), camera: both('camera'), screen: both('screen') };
    },
    hears(member) {
      const other = b.hears(member);
      return a.hears(member).filter((audience) => other.includes(audience));
    },
  };
}

/** The rights of some members at one moment; asked once for each, as the rules look at the whole meeting each time. */
export type RightsNow = ReadonlyMap<Id, { grant: MediaGrant; hears: readonly Audience[] }>;

export const rightsNow = (rights: MediaRights, members: Iterable<Id>): RightsNow =>
  new Map([...members].map((member) => [member, { grant: rights.grant(member), hears: rights.hears(member) }]));

/** `live = intent && grant`: whether a source is forwarded at all. */
export const isLive = (grant: MediaGrant, intents: ReadonlyMap<IntentSource, Grant>, source: TrackSource): boolean =>
  isSameGrant(grant[grantedAs(source)], intents.get(grantedAs(source)) ?? null);

/** What one viewer should have of one track. */
export type WantedConsumer = { made: boolean; kept: boolean; flows: boolean };

/**
 * A consumer carries packets where the producer's audience is one that the viewer receives. Making one takes the
 * browser some 100 ms, so a microphone's is made with the grant, before the first word, and stays, paused, while
 * both are inside, until a grant is for an audience that this viewer does not receive. One for a picture or for a
 * tab's audio is there only while the source is live: its coming and going is how a client learns whether a camera is
 * on.
 */
export function wantedConsumer(track: {
  source: TrackSource;
  live: boolean;
  grant: Grant | null;
  hears: readonly Audience[];
}): WantedConsumer {
  const { source, live, grant, hears } = track;
  const reaches = grant !== null && hears.includes(grant.audience);
  if (source === 'microphone') {
    return { made: reaches, kept: hears.length > 0 && (grant === null || reaches), flows: reaches };
  }
  return { made: reaches && live, kept: reaches && live, flows: reaches && live };
}
