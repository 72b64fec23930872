import type { Id, MediaRequest } from '@track2/shared';

/** What a picture on the page shows and how wide it is in device pixels. */
export type Tile = Extract<MediaRequest, { method: 'view' }>['tiles'][number];

export type ViewingOptions = {
  /** Tells the server; rejects when it cannot be told. */
  send(tiles: Tile[]): Promise<unknown>;
  /** Calls back after the pause in which changes are gathered. */
  later(call: () => void): void;
};

const MOST_TILES = 100;

/**
 * Gathers which pictures are on the screen and tells the server, so that nothing is sent to a tile that nobody
 * sees and no tile gets more than fills it. One message for all that changes within a pause, none for no change.
 */
export class Viewing {
  readonly #options: ViewingOptions;
  readonly #tiles = new Map<object, Tile>();
  #told = '[]';
  #waiting = false;
  #hidden = false;

  constructor(options: ViewingOptions) {
    this.#options = options;
  }

  /** What the tile of that owner shows now; null when it is not to be seen. */
  show(owner: object, tile: Tile | null): void {
    if (tile === null || tile.width === 0) this.#tiles.delete(owner);
    else this.#tiles.set(owner, tile);
    this.#soon();
  }

  /** A page in the background shows nothing. */
  hide(hidden: boolean): void {
    this.#hidden = hidden;
    this.#soon();
  }

  /** The server knows nothing of this page any more. */
  again(): void {
    this.#told = '[]';
    this.#soon();
  }

  #soon(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.#options.later(() => {
      this.#waiting = false;
      this.#tell();
    });
  }

  #tell(): void {
    const tiles = this.#hidden ? [] : widest([...this.#tiles.values()]);
    const said = JSON.stringify(tiles);
    if (said === this.#told) return;
    this.#told = said;
    // Said again when the connection is back, through `again`.
    this.#options.send(tiles).catch(() => {});
  }
}

/** One tile for each picture: a person who is large here and small there is sent once, for the larger. */
function widest(tiles: readonly Tile[]): Tile[] {
  const byPicture = new Map<`${Id} ${string}`, Tile>();
  for (const tile of tiles) {
    const key = `${tile.member} ${tile.source}` as const;
    const known = byPicture.get(key);
    if (known === undefined || known.width < tile.width) byPicture.set(key, tile);
  }
  return [...byPicture.values()]
    .toSorted((a, b) => b.width - a.width || a.member.localeCompare(b.member))
    .slice(0, MOST_TILES);
}
