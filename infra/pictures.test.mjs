import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { inRoot } from './paths.mjs';

it('each picture of the guides is there, and each that is there is shown', async () => {
  const pages = (await readdir(inRoot('docs'))).filter((name) => name.endsWith('.md'));
  const texts = await Promise.all(pages.map((name) => readFile(inRoot('docs', name), 'utf8')));
  const shown = texts.flatMap((text) => [...text.matchAll(/\]\(pictures\/([\w-]+\.png)\)/g)].map((match) => match[1]));
  expect(shown.length).toBeGreaterThan(0);
  expect((await readdir(inRoot('docs', 'pictures'))).toSorted()).toEqual(shown.toSorted());
});
