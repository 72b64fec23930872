import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Config } from './config.ts';
import { openStorage } from './storage/open.ts';
import type { Storage } from './storage/ports.ts';

/** The operator's key: given, or kept in a file that is made at the first start (mode 0600). */
function masterKeyOf({ masterKey }: Config): Buffer {
  if (masterKey.kind === 'given') return masterKey.key;
  try {
    return readFileSync(masterKey.file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const key = randomBytes(32);
    writeFileSync(masterKey.file, key, { mode: 0o600, flag: 'wx' });
    return key;
  }
}

/** The store that the configuration names. Closed by the caller. */
export function openConfigured(config: Config): Promise<Storage> {
  const { store, dataDir } = config;
  if (store.kind === 'memory') return openStorage({ kind: 'memory' });
  const masterKey = masterKeyOf(config);
  return store.kind === 'redis'
    ? openStorage({ kind: 'redis', dataDir, masterKey, url: store.url })
    : openStorage({ kind: 'sqlite', dataDir, masterKey });
}
