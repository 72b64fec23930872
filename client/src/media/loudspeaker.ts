/**
 * Plays what is received: one hidden audio element for each voice, because the browser cancels the echo of what an
 * element plays and mends its lost packets. Owned by MediaSession.
 */
export class Loudspeaker {
  readonly #elements = new Map<string, HTMLAudioElement>();
  readonly #needsTap: (needed: boolean) => void;
  #container: HTMLElement | null = null;
  #sink = '';

  constructor(needsTap: (needed: boolean) => void) {
    this.#needsTap = needsTap;
  }

  play(id: string, track: MediaStreamTrack): void {
    this.stop(id);
    const element = document.createElement('audio');
    element.autoplay = true;
    element.srcObject = new MediaStream([track]);
    this.#elements.set(id, element);
    this.#room().append(element);
    void this.#direct(element);
    void this.#sound(element);
  }

  stop(id: string): void {
    const element = this.#elements.get(id);
    if (element === undefined) return;
    this.#elements.delete(id);
    element.srcObject = null;
    element.remove();
  }

  stopAll(): void {
    for (const id of this.#elements.keys()) this.stop(id);
    this.#needsTap(false);
  }

  /** To be called in the person's press: the browser then lets sound through. */
  async tap(): Promise<void> {
    this.#needsTap(false);
    await Promise.all([...this.#elements.values()].map((element) => this.#sound(element)));
  }

  choose(sink: string | null): void {
    this.#sink = sink ?? '';
    for (const element of this.#elements.values()) void this.#direct(element);
  }

  async #sound(element: HTMLAudioElement): Promise<void> {
    try {
      await element.play();
    } catch (error) {
      // Taken away while it was about to play is no fault; not allowed to play needs the person.
      if (error instanceof Error && error.name === 'NotAllowedError') this.#needsTap(true);
    }
  }

  async #direct(element: HTMLAudioElement): Promise<void> {
    if (element.setSinkId === undefined || element.sinkId === this.#sink) return;
    // A loudspeaker that is gone leaves the browser's own.
    await element.setSinkId(this.#sink).catch(() => {});
  }

  #room(): HTMLElement {
    if (this.#container !== null) return this.#container;
    const container = document.createElement('div');
    container.hidden = true;
    document.body.append(container);
    this.#container = container;
    return container;
  }
}
