import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot, stamps } from './paths.mjs';

async function filesUnder(path) {
  const entries = await readdir(inRoot(path), { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (entries === undefined) return [inRoot(path)];
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** One hash over files and folders (paths below the root) and what else the step depends on. */
export async function hashOf(paths, ...extras) {
  const hash = createHash('sha256').update(JSON.stringify(extras));
  const files = (await Promise.all(paths.map(filesUnder))).flat().toSorted();
  for (const file of files) hash.update(`\0${file.slice(inRoot().length)}\0`).update(await readFile(file));
  return hash.digest('hex');
}

/** Does `work` unless a former run did it for the same hash. `stillThere` guards against deleted results. */
export async function unlessDone(name, hash, stillThere, work) {
  const file = join(stamps, name);
  const former = await readFile(file, 'utf8').catch(() => undefined);
  if (former === hash && (await stillThere())) return;
  await work();
  await mkdir(stamps, { recursive: true });
  await writeFile(file, hash);
}
