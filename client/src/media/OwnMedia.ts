import type { IntentSource, MediaGrant, TrackSource } from '@track2/shared';
import {
  type CapturedScreen,
  type CaptureRefusal,
  type CaptureSource,
  captureDevice,
  captureScreen,
} from './capture.ts';
import { type MediaLink, MediaRefused } from './MediaLink.ts';
import type { MediaProblem, MediaState } from './mediaStore.ts';
import { endedIntents, unwantedLive } from './own.ts';

export type OwnMediaOptions = {
  link(): MediaLink | null;
  grant(): MediaGrant;
  chosen(source: CaptureSource): string | null;
  /** The intents are others now. */
  onIntents(intents: MediaState['intents']): void;
  /** What the own devices give now. */
  onCaptured(tracks: ReadonlyMap<TrackSource, MediaStreamTrack>): void;
  onMissing(source: IntentSource): void;
  onProblem(problem: MediaProblem | null): void;
  /** The server and this client no longer agree on what there is. */
  onBroken(): void;
};

/** One act of the person: to send this source under that grant. A later act is another object. */
type Intent = { readonly grant: string };

const sources = ['microphone', 'camera', 'screen'] as const;

const refusals: Readonly<Record<CaptureSource, Record<CaptureRefusal, MediaProblem>>> = {
  microphone: {
    denied: 'media.problem.microphoneDenied',
    dismissed: 'media.problem.microphoneDenied',
    missing: 'media.problem.microphoneMissing',
    busy: 'media.problem.microphoneBusy',
  },
  camera: {
    denied: 'media.problem.cameraDenied',
    dismissed: 'media.problem.cameraDenied',
    missing: 'media.problem.cameraMissing',
    busy: 'media.problem.cameraBusy',
  },
};

/**
 * The own devices and the acts that open them. The gate of this side: a track is enabled while there is an intent
 * for the grant of this moment, and an intent comes from a press alone. Silence never waits: it is made here first
 * and told to the server after. The server holds the same gate, and it is the one that others rely on.
 *
 * A device is open only while it is wanted, but for a muted microphone inside a turn, so that the browser's
 * recording light tells the truth. Tracks outlive the link to the server. Owned by MediaSession.
 */
export class OwnMedia {
  readonly #options: OwnMediaOptions;
  readonly #intents = new Map<IntentSource, Intent>();
  readonly #tracks = new Map<TrackSource, MediaStreamTrack>();
  /** Intents that the server has taken. */
  readonly #stated = new WeakSet<Intent>();
  readonly #following = new Set<IntentSource>();
  readonly #again = new Set<IntentSource>();

  constructor(options: OwnMediaOptions) {
    this.#options = options;
  }

  /** The person's act. */
  set(source: IntentSource, on: boolean): void {
    const grant = this.#options.grant()[source];
    this.#options.onProblem(null);
    if (on && grant !== null) this.#intents.set(source, { grant: grant.id });
    else if (!on) this.#off(source);
    this.#changed(source);
  }

  /** The meeting changed: what was allowed under a grant ends with it. */
  followGrant(): void {
    const grant = this.#options.grant();
    for (const source of endedIntents(this.#intended(), grant)) {
      this.#intents.delete(source);
      this.#changed(source);
    }
    // A muted microphone is kept open for the turn alone.
    if (grant.microphone === null && this.#tracks.has('microphone')) this.#changed('microphone');
  }

  /** The link is new, or the connection is back: what is still wanted is said again, under the same grant. */
  restate(): void {
    for (const source of sources) {
      const intent = this.#intents.get(source);
      if (intent !== undefined) this.#stated.delete(intent);
      this.#changed(source);
    }
  }

  /** What the server says it forwards; what it should not is ended. */
  check(live: MediaState['live']): void {
    for (const source of unwantedLive(this.#intended(), live)) void this.#tellOff(source, 'none');
  }

  /** Another device was chosen: it takes the place of the open one. */
  replaceDevice(source: CaptureSource): void {
    if (!this.#tracks.has(source)) return;
    this.#release(source);
    this.#changed(source);
  }

  /**
   * The person chooses another window or tab to show: it takes the place of the one that is shown, which the others
   * go on seeing until then.
   */
  async replaceScreen(): Promise<void> {
    const intent = this.#intents.get('screen');
    if (intent === undefined) return;
    this.#options.onProblem(null);
    const captured = await captureScreen();
    if (this.#intents.get('screen') !== intent) return letGo(captured);
    if (!captured.ok) return this.#onNoScreen(captured.why);
    const before = [this.#tracks.get('screen'), this.#tracks.get('screenAudio')];
    this.#tracks.delete('screenAudio');
    this.#keepScreen(captured);
    for (const track of before) track?.stop();
    this.#changed('screen');
  }

  /** The person is no longer in the meeting. */
  stop(): void {
    this.#intents.clear();
    for (const source of this.#tracks.keys()) this.#release(source);
    this.#options.onIntents(this.#intended());
  }

  #intended(): MediaState['intents'] {
    const grantOf = (source: IntentSource): string | null => this.#intents.get(source)?.grant ?? null;
    return { microphone: grantOf('microphone'), camera: grantOf('camera'), screen: grantOf('screen') };
  }

  #off(source: IntentSource): void {
    const intent = this.#intents.get(source);
    this.#intents.delete(source);
    const track = this.#tracks.get(source);
    if (track !== undefined) track.enabled = false;
    void this.#tellOff(source, intent?.grant ?? 'none');
  }

  async #tellOff(source: IntentSource, grant: string): Promise<void> {
    try {
      await this.#options.link()?.intend(source, false, grant);
    } catch {
      // Unheard with a lost connection: `check` ends it when the connection is back.
    }
  }

  #changed(source: IntentSource): void {
    this.#options.onIntents(this.#intended());
    if (this.#following.has(source)) this.#again.add(source);
    else void this.#follow(source);
  }

  /** Brings device and server to what is intended, one step at a time for each source. */
  async #follow(source: IntentSource): Promise<void> {
    this.#following.add(source);
    do {
      this.#again.delete(source);
      await this.#step(source);
    } while (this.#again.has(source));
    this.#following.delete(source);
  }

  async #step(source: IntentSource): Promise<void> {
    const intent = this.#intents.get(source);
    const isCurrent = (): boolean => this.#intents.get(source) === intent;
    try {
      if (intent === undefined) return await this.#rest(source);
      const opened = this.#tracks.has(source) || (await this.#open(source));
      if (!isCurrent()) return void this.#again.add(source);
      if (!opened) return this.#giveUp(source);
      const track = this.#tracks.get(source);
      const link = this.#options.link();
      if (track === undefined) return;
      track.enabled = true;
      // Without a link it waits for `restate`.
      if (link === null) return;
      await link.send(source, track);
      if (source === 'screen') await this.#sendScreenSound(link);
      if (!isCurrent() || this.#stated.has(intent)) return;
      await link.intend(source, true, intent.grant);
      this.#stated.add(intent);
    } catch (error) {
      this.#onRefused(error, source, isCurrent());
    }
  }

  #onRefused(error: unknown, source: IntentSource, isCurrent: boolean): void {
    // Anything but a refusal is a link that closed meanwhile; the next one states it again.
    if (!(error instanceof MediaRefused) || error.code === 'media.unavailable') return;
    if (error.code === 'media.notGranted') {
      // The turn ended before this was heard, and the mirror is about to say so.
      if (isCurrent) this.#giveUp(source);
    } else this.#options.onBroken();
  }

  #giveUp(source: IntentSource): void {
    this.#intents.delete(source);
    this.#changed(source);
  }

  async #rest(source: IntentSource): Promise<void> {
    if (source === 'screen') return this.#endScreen();
    const track = this.#tracks.get(source);
    if (track === undefined) return;
    track.enabled = false;
    if (source === 'microphone' && this.#options.grant().microphone !== null) return;
    this.#release(source);
    await this.#options.link()?.rest(source);
  }

  /** Whether it was stopped here, by the browser's own button or by those who run the meeting. */
  async #endScreen(): Promise<void> {
    this.#release('screen');
    this.#release('screenAudio');
    const link = this.#options.link();
    await Promise.all([link?.end('screen'), link?.end('screenAudio')]);
  }

  async #sendScreenSound(link: MediaLink): Promise<void> {
    const sound = this.#tracks.get('screenAudio');
    // A window that took the place of a tab has no sound.
    await (sound === undefined ? link.end('screenAudio') : link.send('screenAudio', sound));
  }

  async #open(source: IntentSource): Promise<boolean> {
    if (source === 'screen') return this.#openScreen();
    const captured = await captureDevice(source, this.#options.chosen(source));
    if (!captured.ok) {
      if (captured.why === 'denied' || captured.why === 'missing') this.#options.onMissing(source);
      this.#options.onProblem(refusals[source][captured.why]);
      return false;
    }
    // Silent until the intent is looked at again: the person may have changed their mind while the device opened.
    captured.track.enabled = false;
    this.#keep(source, captured.track);
    return true;
  }

  async #openScreen(): Promise<boolean> {
    const captured = await captureScreen();
    if (captured.ok) this.#keepScreen(captured);
    else this.#onNoScreen(captured.why);
    return captured.ok;
  }

  #onNoScreen(why: CaptureRefusal): void {
    // Closing the browser's picker is an answer, not a problem.
    if (why !== 'dismissed') this.#options.onProblem('media.problem.screenBusy');
  }

  #keepScreen({ screen, sound }: CapturedScreen & { ok: true }): void {
    this.#keep('screen', screen);
    if (sound !== null) this.#keep('screenAudio', sound);
  }

  #keep(source: TrackSource, track: MediaStreamTrack): void {
    this.#tracks.set(source, track);
    track.addEventListener('ended', () => this.#onEnded(source, track));
    this.#options.onCaptured(this.#tracks);
  }

  /** The device was pulled out, or the person stopped the sharing in the browser's own bar. */
  #onEnded(source: TrackSource, track: MediaStreamTrack): void {
    if (this.#tracks.get(source) !== track) return;
    this.#release(source);
    if (source === 'screen') this.#off('screen');
    // For a device whatever there is takes over, as long as the person wants to be heard or seen.
    this.#changed(source === 'screenAudio' ? 'screen' : source);
  }

  #release(source: TrackSource): void {
    const track = this.#tracks.get(source);
    if (track === undefined) return;
    this.#tracks.delete(source);
    track.stop();
    this.#options.onCaptured(this.#tracks);
  }
}

/** Nobody wants any more what the browser gave. */
function letGo(captured: CapturedScreen): void {
  if (!captured.ok) return;
  captured.screen.stop();
  captured.sound?.stop();
}
