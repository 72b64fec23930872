import {
  hears,
  type Id,
  type IntentSource,
  type MediaGrant,
  type MediaPush,
  type MediaReply,
  type MediaRequest,
  type MeetingState,
  mediaGrant,
  type Pulse,
  type TrackSource,
} from '@track2/shared';
import { canShareScreen, permissionFor } from './capture.ts';
import type { Choices } from './devices.ts';
import { MediaLink } from './MediaLink.ts';
import { type MediaProblem, type MediaState, mediaStore } from './mediaStore.ts';
import { OwnMedia } from './OwnMedia.ts';
import { readDevices } from './ownDevices.ts';
import { Reception } from './Reception.ts';
import { type Tile, Viewing } from './viewing.ts';

/** What MediaSession needs of the rest of the page. Each `on…` returns how to stop. */
export type MediaWire = {
  request(request: MediaRequest): Promise<MediaReply>;
  onPush(listener: (push: MediaPush) => void): () => void;
  onPulse(listener: (pulse: Pulse) => void): () => void;
  /** After each connect, once the mirror is up to date. */
  onConnected(listener: () => void): () => void;
  meeting(): { state: MeetingState; me: Id } | null;
  onMeeting(listener: () => void): () => void;
};

const GATHER_MS = 250;
const PULSE_LASTS_MS = 1500;
const RETRY_FIRST_MS = 500;
const RETRY_MOST_MS = 10_000;

const noGrant: MediaGrant = { microphone: null, camera: null, screen: null };
const readAnew = (): void => void readDevices(); // a browser without devices lists none
const nothingLive = { microphone: false, camera: false, screen: false } as const;

/**
 * The sound and picture of this page, and the one writer of mediaStore but for what ownDevices.ts writes of devices. It
 * follows the mirror: linked to the media plane while this person is inside, with everything closed when not. Lives as
 * long as the page.
 */
export class MediaSession {
  readonly #wire: MediaWire;
  readonly #own: OwnMedia;
  readonly #viewing: Viewing;
  readonly #reception: Reception;
  readonly #stops: (() => void)[] = [];
  #link: MediaLink | null = null;
  /** Counts the links, so that one that took too long knows that it is no longer wanted. */
  #attempt = 0;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #state: 'outside' | 'opening' | 'linked' | 'waiting' | 'unsupported' = 'outside';

  constructor(wire: MediaWire) {
    this.#wire = wire;
    this.#reception = new Reception({
      pictures: () => mediaStore.getState().pictures,
      onPictures: (pictures) => this.#write({ pictures }),
      onNeedsTap: (needsTap) => this.#write({ needsTap }),
    });
    this.#viewing = new Viewing({
      send: (tiles) => this.#look(tiles),
      later: (call) => setTimeout(call, GATHER_MS),
    });
    this.#own = new OwnMedia({
      link: () => this.#link,
      grant: () => this.#grant(),
      chosen: (source) => mediaStore.getState().choices[source],
      onIntents: (intents) => this.#write({ intents }),
      onCaptured: (tracks) => this.#showOwn(tracks),
      onMissing: (source) => this.#setMissing(source, true),
      onProblem: (problem) => this.#write({ problem }),
      onBroken: () => this.#relink(),
    });
  }

  /** Starts to follow the meeting. Idempotent. */
  start(): void {
    if (this.#stops.length > 0) return;
    this.#stops.push(
      this.#wire.onPush((push) => this.#onPush(push)),
      this.#wire.onPulse((pulse) => this.#onPulse(pulse)),
      this.#wire.onConnected(() => this.#onConnected()),
      this.#wire.onMeeting(() => this.#followMeeting()),
      mediaStore.subscribe(({ choices }, before) => this.#followChoices(choices, before.choices)),
    );
    // The remembered loudspeaker.
    this.#reception.loudspeaker.choose(mediaStore.getState().choices.speaker);
    document.addEventListener('visibilitychange', () => this.#viewing.hide(document.hidden));
    this.#setMissing('screen', !canShareScreen());
    void this.#watchDevices();
    this.#followMeeting();
  }

  /** The person's act: to be heard, seen, or to show a screen, or not to be. */
  set(source: IntentSource, on: boolean): void {
    this.#own.set(source, on);
  }

  /** The person's act: to show another window or tab in place of the one that is shown. */
  replaceScreen(): void {
    void this.#own.replaceScreen(); // says itself what hinders it
  }

  /** In the person's press: lets the browser play. */
  tap(): void {
    void this.#reception.loudspeaker.tap();
  }

  /** The person has read it. */
  dismissProblem(): void {
    this.#write({ problem: null });
  }

  show(owner: object, tile: Tile | null): void {
    const own = tile !== null && tile.member === this.#wire.meeting()?.me;
    this.#viewing.show(owner, own ? null : tile);
  }

  #grant(): MediaGrant {
    const meeting = this.#wire.meeting();
    return meeting === null ? noGrant : mediaGrant(meeting.state, meeting.me);
  }

  #followMeeting(): void {
    const meeting = this.#wire.meeting();
    const inside = meeting !== null && hears(meeting.state, meeting.me).length > 0;
    if (inside && this.#state === 'outside') void this.#openLink();
    if (!inside && this.#state !== 'outside') this.#leave();
    if (inside) this.#own.followGrant();
  }

  #followChoices(now: Choices, before: Choices): void {
    if (now.speaker !== before.speaker) this.#reception.loudspeaker.choose(now.speaker);
    for (const source of ['microphone', 'camera'] as const)
      if (now[source] !== before[source]) this.#own.replaceDevice(source);
  }

  #leave(): void {
    this.#closeLink();
    this.#own.stop();
    this.#state = 'outside';
    this.#write({ problem: null, levels: new Map(), speaker: null });
  }

  #onConnected(): void {
    if (this.#state === 'waiting') void this.#openLink();
    if (this.#state === 'linked') void this.#resume();
  }

  async #resume(): Promise<void> {
    const link = this.#link;
    try {
      await link?.resume();
    } catch {
      // The server does not know these transports any more, or could not be asked: a new link finds out.
      if (link === this.#link) this.#relink();
      return;
    }
    if (link !== this.#link) return;
    this.#own.restate();
    this.#viewing.again();
  }

  #relink(): void {
    if (this.#state === 'linked' || this.#state === 'opening' || this.#state === 'waiting') void this.#openLink();
  }

  async #openLink(): Promise<void> {
    this.#closeLink();
    this.#state = 'opening';
    const attempt = this.#attempt;
    try {
      const link = await MediaLink.open({
        request: (request) => this.#wire.request(request),
        onTrack: (from, track) => this.#reception.add(from, track),
        onTrackGone: (consumer) => this.#reception.drop(consumer),
        onUnreceived: () => this.#write({ problem: 'media.problem.notReceived' }),
        onBroken: () => {
          if (attempt === this.#attempt) this.#relink();
        },
        onFlow: (flows) => this.#onFlow(flows),
      });
      if (attempt !== this.#attempt) return link.close();
      this.#link = link;
      await link.listen();
      if (attempt !== this.#attempt) return;
      this.#state = 'linked';
      this.#failures = 0;
      this.#onFlow(true);
      this.#own.restate();
      this.#viewing.again();
    } catch (error) {
      if (attempt === this.#attempt) this.#onUnlinked(error);
    }
  }

  #onUnlinked(error: unknown): void {
    this.#closeLink();
    if (error instanceof Error && error.name === 'UnsupportedError') {
      this.#state = 'unsupported';
      this.#write({ problem: 'media.problem.unsupported', missing: { microphone: true, camera: true, screen: true } });
      return;
    }
    // Whatever it was (a lost connection, a media worker being replaced), trying again is the way out of it.
    this.#state = 'waiting';
    this.#failures += 1;
    if (this.#failures > 2) this.#onFlow(false);
    const pause = Math.min(RETRY_MOST_MS, RETRY_FIRST_MS * 2 ** this.#failures);
    this.#retry = setTimeout(() => void this.#openLink(), pause);
  }

  #closeLink(): void {
    this.#attempt += 1;
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    this.#link?.close();
    this.#link = null;
    this.#reception.dropAll();
    this.#write({ live: nothingLive });
  }

  #onPulse({ speaker, levels }: Pulse): void {
    this.#write({ speaker, levels: new Map(levels.map(({ member, level }) => [member, level])) });
    // The pulse that tells of silence may be lost; while somebody is heard there are four in a second.
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#write({ speaker: null, levels: new Map() }), PULSE_LASTS_MS);
  }

  #onPush(push: MediaPush): void {
    switch (push.kind) {
      case 'consumer':
        void this.#link?.take(push);
        return;
      case 'consumerClosed':
        this.#link?.drop(push.id);
        return;
      case 'own':
        this.#write({ live: push.live });
        this.#own.check(push.live);
        return;
      case 'lost':
        this.#relink();
    }
  }

  #showOwn(tracks: ReadonlyMap<TrackSource, MediaStreamTrack>): void {
    const me = this.#wire.meeting()?.me;
    if (me !== undefined) this.#reception.showOwn(me, tracks);
    // The names of the devices are known from the first capture on.
    void readDevices(); // catches what the browser refuses
  }

  #onFlow(flows: boolean): void {
    const interrupted: MediaProblem = 'media.problem.interrupted';
    if (!flows) this.#write({ problem: interrupted });
    else if (mediaStore.getState().problem === interrupted) this.#write({ problem: null });
  }

  async #look(tiles: Tile[]): Promise<void> {
    if (this.#state === 'linked') await this.#wire.request({ method: 'view', tiles });
  }

  async #watchDevices(): Promise<void> {
    navigator.mediaDevices?.addEventListener('devicechange', readAnew);
    await readDevices();
    for (const source of ['microphone', 'camera'] as const) {
      (await permissionFor(source))?.addEventListener('change', readAnew);
    }
  }

  #setMissing(source: IntentSource, isMissing: boolean): void {
    const { missing } = mediaStore.getState();
    if (missing[source] !== isMissing) this.#write({ missing: { ...missing, [source]: isMissing } });
  }

  #write(patch: Partial<MediaState>): void {
    mediaStore.setState(patch);
  }
}
