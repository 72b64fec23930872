import type { Audience, Id, Pulse } from '@track2/shared';
import type { ActiveSpeakerObserver, AudioLevelObserver, Router } from 'mediasoup/types';
import { levelOptions } from './routerOptions.ts';

/** A member who is being heard, and by whom. */
export type Voice = { member: Id; audience: Audience };

export type LevelsOptions = {
  /** Whose live microphone this producer is, or null when it is none: asked again at each pulse. */
  voiceOf(producer: string): Voice | null;
  /** Gives each listener the pulse made for what it hears; null when there is nothing new to say. */
  send(pulseFor: (listener: Id, hears: readonly Audience[]) => Pulse | null): void;
};

/** Who is heard and how loud. Volatile: never stored, never an event. Closed with its router. */
export class Levels {
  readonly #options: LevelsOptions;
  readonly #volumes: AudioLevelObserver;
  readonly #speakers: ActiveSpeakerObserver;
  #dominant: string | null = null;
  /** Whose last pulse named somebody. Nobody else is told of silence, as that would tell of talk elsewhere. */
  #hearing = new Set<Id>();

  static async create(router: Router, options: LevelsOptions): Promise<Levels> {
    const [volumes, speakers] = await Promise.all([
      router.createAudioLevelObserver(levelOptions),
      router.createActiveSpeakerObserver(),
    ]);
    return new Levels(options, volumes, speakers);
  }

  private constructor(options: LevelsOptions, volumes: AudioLevelObserver, speakers: ActiveSpeakerObserver) {
    this.#options = options;
    this.#volumes = volumes;
    this.#speakers = speakers;
    speakers.on('dominantspeaker', ({ producer }) => {
      this.#dominant = producer.id;
    });
    volumes.on('volumes', (heard) => this.#pulse(heard.map(({ producer, volume }) => ({ id: producer.id, volume }))));
    volumes.on('silence', () => this.#pulse([]));
  }

  /** Listens to a microphone from here on; a closed one drops out by itself. */
  async add(producer: string): Promise<void> {
    await Promise.all([
      this.#volumes.addProducer({ producerId: producer }),
      this.#speakers.addProducer({ producerId: producer }),
    ]);
  }

  /** NOTE: news from the worker is late by up to an interval, so a voice that was cut since is left out here. */
  #pulse(heard: { id: string; volume: number }[]): void {
    const voices = heard.flatMap(({ id, volume }) => {
      const voice = this.#options.voiceOf(id);
      return voice === null ? [] : [{ ...voice, level: volume, isDominant: id === this.#dominant }];
    });
    const hearing = new Set<Id>();
    this.#options.send((listener, hears) => {
      const audible = voices.filter(({ audience }) => hears.includes(audience));
      if (audible.length > 0) hearing.add(listener);
      else if (!this.#hearing.has(listener)) return null;
      const speaker = audible.find(({ isDominant }) => isDominant) ?? audible[0];
      return { speaker: speaker?.member ?? null, levels: audible.map(({ member, level }) => ({ member, level })) };
    });
    this.#hearing = hearing;
  }
}
