import type { Id, MediaPush, TrackSource } from '@track2/shared';
import { Loudspeaker } from './loudspeaker.ts';
import { type Pictures, pictureKey } from './mediaStore.ts';

export type ReceptionOptions = {
  pictures(): Pictures;
  onPictures(pictures: Pictures): void;
  onNeedsTap(needsTap: boolean): void;
};

type Incoming = MediaPush & { kind: 'consumer' };

const isPicture = (source: TrackSource): source is 'camera' | 'screen' => source === 'camera' || source === 'screen';

/** What is heard and seen of the others, by the consumer that brings it. Owned by MediaSession. */
export class Reception {
  readonly loudspeaker: Loudspeaker;
  readonly #options: ReceptionOptions;
  readonly #received = new Map<string, { member: Id; source: TrackSource }>();

  constructor(options: ReceptionOptions) {
    this.#options = options;
    this.loudspeaker = new Loudspeaker((needsTap) => options.onNeedsTap(needsTap));
  }

  add({ id, member, source }: Incoming, track: MediaStreamTrack): void {
    this.#received.set(id, { member, source });
    if (!isPicture(source)) {
      this.loudspeaker.play(id, track);
      return;
    }
    const pictures = new Map(this.#options.pictures());
    this.#options.onPictures(pictures.set(pictureKey(member, source), new MediaStream([track])));
  }

  drop(consumer: string): void {
    const gone = this.#received.get(consumer);
    if (gone === undefined) return;
    this.#received.delete(consumer);
    const { member, source } = gone;
    if (!isPicture(source)) {
      this.loudspeaker.stop(consumer);
      return;
    }
    // Its successor may have come before it went.
    if ([...this.#received.values()].some((other) => other.member === member && other.source === source)) return;
    const pictures = new Map(this.#options.pictures());
    pictures.delete(pictureKey(member, source));
    this.#options.onPictures(pictures);
  }

  dropAll(): void {
    for (const consumer of this.#received.keys()) this.drop(consumer);
    this.loudspeaker.stopAll();
  }

  /** The own pictures straight from the devices. */
  showOwn(me: Id, tracks: ReadonlyMap<TrackSource, MediaStreamTrack>): void {
    const pictures = new Map(this.#options.pictures());
    for (const source of ['camera', 'screen'] as const) {
      const key = pictureKey(me, source);
      const track = tracks.get(source);
      if (track === undefined) pictures.delete(key);
      else if (pictures.get(key)?.getTracks()[0] !== track) pictures.set(key, new MediaStream([track]));
    }
    this.#options.onPictures(pictures);
  }
}
