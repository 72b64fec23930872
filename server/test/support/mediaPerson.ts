import {
  type IntentSource,
  type MediaPush,
  type MediaReply,
  type MediaRequest,
  mediaGrant,
  type Pulse,
  type TrackSource,
} from '@track2/shared';
import type { Consumer, RtpParameters } from 'mediasoup-client/types';
import { vi } from 'vitest';
import type { Person } from '../person.ts';
import { Bell } from './bell.ts';
import { type Incoming, MediaLink, MediaRefused, type Network, type Track } from './mediaLink.ts';
import type { MediaPlatform } from './mediaPlatform.ts';
import { Camera, Eye } from './picture.ts';
import { Ear, Tone } from './tone.ts';

const nothingLive: Record<IntentSource, boolean> = { microphone: false, camera: false, screen: false };

/**
 * A person at a real socket with real sound and picture, who does what the client in the browser does: keeps what is
 * captured, takes what is announced, and on `lost` comes back and restates the intents whose grants last. Closed by
 * the test.
 */
export class MediaPerson {
  readonly person: Person;
  /** The tone that this person hums, in Hz. */
  readonly hz: number;
  readonly pushes: MediaPush[] = [];
  readonly pulses: { at: number; pulse: Pulse }[] = [];
  readonly #network: Network;
  readonly #bell = new Bell();
  readonly #tone: Tone;
  readonly #tracks = new Map<TrackSource, Track>();
  readonly #intents = new Map<IntentSource, string>();
  readonly #ears = new Map<string, Ear>();
  readonly #eyes = new Map<string, Eye>();
  /** By SSRC; kept when the receiving end is closed and its statistics with it. */
  readonly #arrived = new Map<number, number>();
  #camera: Camera | null = null;
  #screen: Camera | null = null;
  #link: MediaLink | null = null;
  #joined: Promise<void> | null = null;
  #closed = false;

  /** Takes the seat's socket; in the lobby, and without media until `join`. */
  static async enter(
    platform: MediaPlatform,
    seat: string,
    { hz = 440, network = 'open' }: { hz?: number; network?: Network } = {},
  ): Promise<MediaPerson> {
    const person = await platform.open(seat);
    const mediaPerson = new MediaPerson(person, { hz, network });
    await person.enterLobby();
    return mediaPerson;
  }

  private constructor(person: Person, { hz, network }: { hz: number; network: Network }) {
    this.person = person;
    this.hz = hz;
    this.#network = network;
    this.#tone = new Tone(hz);
    this.#listen();
  }

  get member(): string {
    return this.person.member;
  }

  /** What the server last said is forwarded of one's own. */
  get live(): Record<IntentSource, boolean> {
    return this.pushes.findLast((push) => push.kind === 'own')?.live ?? nothingLive;
  }

  get link(): MediaLink {
    if (this.#link === null) throw new Error('not joined');
    return this.#link;
  }

  ask(request: MediaRequest): Promise<MediaReply> {
    return this.person.socket.timeout(5000).emitWithAck('media', request);
  }

  /** Sets transports up, and from now on keeps them up. */
  join(): Promise<void> {
    this.#joined = this.#openLink();
    return this.#joined;
  }

  /** Resolves when transports stand again, with what is captured on them. */
  async joined(): Promise<void> {
    await this.#joined;
  }

  /** Sends the tone from here on and never stops, whether anybody is to hear it or not. */
  async hum(): Promise<void> {
    await this.#send('microphone', this.#tone.track());
  }

  /** Sends the camera's picture from here on. */
  async film(): Promise<void> {
    this.#camera ??= new Camera();
    await this.#send('camera', this.#camera.track());
  }

  /** Sends a screen with the sound of its tab from here on. */
  async share(): Promise<void> {
    this.#screen ??= new Camera();
    await this.#send('screen', this.#screen.track());
    await this.#send('screenAudio', this.#tone.track());
  }

  /** Ends the microphone and sends another in its place. */
  async changeMicrophone(): Promise<void> {
    const old = this.link.producer('microphone');
    await this.ask({ method: 'closeProducer', producer: old.id });
    old.close();
    await this.#send('microphone', this.#tone.track());
  }

  async intend(source: IntentSource, on: boolean, grant: string): Promise<MediaReply> {
    const reply = await this.ask({ method: 'intent', source, on, grant });
    if (on && reply.ok) this.#intents.set(source, grant);
    if (!on) this.#intents.delete(source);
    return reply;
  }

  /** The socket is lost, as when a network goes; transports and tracks stay. */
  loseSocket(): void {
    this.person.close();
  }

  /** A new socket. With the media as they were, unless the server no longer has them. */
  async comeBack(): Promise<void> {
    const ticket = await this.person.ticket();
    const connected = this.person.connect(ticket);
    // Before the first push can come: with its ticket, `connect` has made the new socket already.
    this.#listen();
    await connected;
    await this.#link?.resume();
  }

  /** Resolves once it holds; each push, pulse, window of sound and picture looks again. */
  until(holds: () => boolean, ms?: number): Promise<void> {
    return this.#bell.until(holds, ms);
  }

  consumersOf({ member }: MediaPerson, source: TrackSource): Incoming[] {
    return this.pushes.filter(
      (push) => push.kind === 'consumer' && push.member === member && push.source === source,
    ) as Incoming[];
  }

  /** Resolves when the other's tone is in this person's ears, from now on. */
  async hears(other: MediaPerson, ms?: number): Promise<void> {
    for (const ear of this.#ears.values()) ear.forget();
    const isHeard = () => this.consumersOf(other, 'microphone').some(({ id }) => this.#ears.get(id)?.hears(other.hz));
    await this.until(isHeard, ms);
  }

  /** What this person sees of the other's camera, if anything. */
  eyeOn(other: MediaPerson): Eye | undefined {
    return this.consumersOf(other, 'camera')
      .map(({ id }) => this.#eyes.get(id))
      .findLast((eye) => eye !== undefined);
  }

  /** Packets of the other that have arrived here so far, of whatever source or of these alone. */
  async packetsFrom(other: MediaPerson, sources?: readonly TrackSource[]): Promise<number> {
    for (const [ssrc, count] of (await this.#link?.arrived()) ?? []) this.#arrived.set(ssrc, count);
    const ssrcs = this.pushes.flatMap((push) =>
      push.kind === 'consumer' && push.member === other.member && (sources?.includes(push.source) ?? true)
        ? ssrcsOf(push)
        : [],
    );
    return [...new Set(ssrcs)].reduce((sum, ssrc) => sum + (this.#arrived.get(ssrc) ?? 0), 0);
  }

  /** Resolves when this person has sent so many packets of sound, or so many pictures, more. */
  async goesOnSending(kind: 'audio' | 'video', more: number): Promise<void> {
    const before = await this.link.sent(kind);
    await vi.waitUntil(async () => (await this.link.sent(kind)) >= before + more, { timeout: 15_000, interval: 20 });
  }

  close(): void {
    this.#closed = true;
    this.#closeLink();
    this.#tone.close();
    this.#camera?.close();
    this.#screen?.close();
    this.person.close();
  }

  async #send(source: TrackSource, track: Track): Promise<void> {
    this.#tracks.set(source, track);
    await this.link.send(source, track);
  }

  #listen(): void {
    const { socket } = this.person;
    socket.on('media', (push) => this.#take(push));
    socket.on('pulse', (pulse) => {
      this.pulses.push({ at: performance.now(), pulse });
      this.#bell.ring();
    });
  }

  #take(push: MediaPush): void {
    this.pushes.push(push);
    if (push.kind === 'consumer' && this.#link !== null) void this.#receive(this.#link, push);
    if (push.kind === 'consumerClosed') this.#drop(push.id);
    if (push.kind === 'lost' && this.#joined !== null) void this.join();
    this.#bell.ring();
  }

  async #receive(link: MediaLink, incoming: Incoming): Promise<void> {
    try {
      await link.take(incoming);
    } catch (error) {
      // What is under way when a link is closed ends with it.
      if (this.#link === link) throw error;
    }
  }

  #drop(id: string): void {
    this.#link?.drop(id);
    this.#ears.get(id)?.close();
    this.#ears.delete(id);
    this.#eyes.get(id)?.close();
    this.#eyes.delete(id);
  }

  async #openLink(): Promise<void> {
    this.#closeLink();
    try {
      this.#link = await MediaLink.open({
        ask: (request) => this.ask(request),
        network: this.#network,
        onTrack: (from, consumer) => this.#attend(from, consumer),
      });
    } catch (error) {
      if (this.#closed) return;
      if (!(error instanceof MediaRefused) || error.code !== 'media.unavailable') throw error;
      // The worker has died once more and is being replaced; `lost` comes again.
      return;
    }
    if (this.#closed) {
      this.#closeLink();
      return;
    }
    await this.#link.listen();
    for (const [source, track] of this.#tracks) await this.#link.send(source, track);
    const grants = mediaGrant(this.person.state, this.member);
    for (const [source, grant] of this.#intents)
      if (grants[source]?.id === grant) await this.intend(source, true, grant);
  }

  #closeLink(): void {
    for (const end of [...this.#ears.values(), ...this.#eyes.values()]) end.close();
    this.#ears.clear();
    this.#eyes.clear();
    this.#link?.close();
    this.#link = null;
  }

  #attend(from: Incoming, consumer: Consumer): void {
    const ring = () => this.#bell.ring();
    if (from.mediaKind === 'audio') this.#ears.set(from.id, new Ear(consumer.track as never, ring));
    else this.#eyes.set(from.id, new Eye(consumer.track as never, ring));
  }
}

const ssrcsOf = ({ rtpParameters }: Incoming): number[] =>
  ((rtpParameters as RtpParameters).encodings ?? []).flatMap(({ ssrc }) => (ssrc === undefined ? [] : [ssrc]));
