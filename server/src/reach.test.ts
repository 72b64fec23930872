import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = dirname(fileURLToPath(import.meta.url));
// What is imported, and what is started as a thread of its own.
const specifiers = /(?:(?:\bfrom\s*|\bimport\s*\(?\s*)'(?=\.)|\bnew URL\('(?=[^']+\.ts'))([^']+)'/g;

/** Every file of the server that a file reaches by imports, itself included. */
function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(specifiers))
    reachedFrom(resolve(dirname(file), specifier), reached);
  return reached;
}

const product = [...reachedFrom(resolve(source, 'main.ts')), ...reachedFrom(resolve(source, 'links.ts'))].map((file) =>
  relative(source, file),
);

test('the started server reaches no part that is made for tests, so no planted bug either', () => {
  expect(product).toContain('media/meetingMedia.ts');
  expect(product).toContain('documents/checkWorker.ts');
  expect(product.filter((file) => file.startsWith('..') || /test|planted|broken|fake/i.test(file))).toEqual([]);
});

test('only the two entry points read the environment and the command line, and hand them to one schema', () => {
  const readers = product.filter((file) => /process\.(env|argv)/.test(readFileSync(resolve(source, file), 'utf8')));
  expect([...new Set(readers)].toSorted()).toEqual(['links.ts', 'main.ts']);
});
