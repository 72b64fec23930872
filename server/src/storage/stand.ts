import { afterEach, beforeEach } from 'vitest';
import type { Storage } from './ports.ts';

/** An open store and the way to end it. */
export type Stand = { storage: Storage; close: () => Promise<void> };

/** How a suite opens the store it judges: empty but for what other tests left in a shared one. */
export type OpenStand = () => Promise<Stand>;

/** Opens a stand before each test of a suite and closes it after. */
export function standOf(open: OpenStand): { readonly storage: Storage } {
  let stand: Stand;
  beforeEach(async () => {
    stand = await open();
  });
  afterEach(() => stand.close());
  return {
    get storage() {
      return stand.storage;
    },
  };
}
