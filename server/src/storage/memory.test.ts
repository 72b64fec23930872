import { storageContract } from './contract.ts';
import { openStorage } from './open.ts';

storageContract('memory', async () => {
  const storage = await openStorage({ kind: 'memory' });
  return { storage, close: () => storage.close() };
});
