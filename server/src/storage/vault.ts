import type { Id } from '@track2/shared';
import type { IdentityVault, MeetingKeys } from './ports.ts';
import { readWords } from './records.ts';
import { KeyMissing, seal, unseal } from './sealing.ts';

/** Where the encrypted words of meetings lie: one block for each meeting, replaced as a whole. */
export type SealedWordsStore = {
  put(meeting: Id, sealed: Buffer): void;
  get(meeting: Id): Buffer | null;
};

// Other than the log's, so that neither can be taken for the other.
const bound = (meeting: Id): string => `${meeting}/words`;

/** A vault that encrypts before the store sees anything. Storing without a key throws {@link KeyMissing}. */
export function identityVault(store: SealedWordsStore, keys: MeetingKeys): IdentityVault {
  return {
    async store(meeting, words) {
      const key = await keys.key(meeting);
      if (key === null) throw new KeyMissing(meeting);
      store.put(meeting, seal(key, bound(meeting), Buffer.from(JSON.stringify(words))));
    },
    async words(meeting) {
      const sealed = store.get(meeting);
      const key = sealed && (await keys.key(meeting));
      if (!key) return null;
      return readWords(JSON.parse(unseal(key, bound(meeting), sealed).toString()));
    },
    // What lies below belongs to whoever opened it.
    async close() {},
  };
}
