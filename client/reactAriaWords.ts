import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { reactAriaPersian as always } from './src/text/fa/reactAria.ts';
import { reactAriaPersian as dragging } from './src/text/fa/reactAriaDragging.ts';
import { reactAriaPersian as grid } from './src/text/fa/reactAriaGrid.ts';

// One file for each time at which the widgets are loaded.
const files = { reactAria: always, reactAriaDragging: dragging, reactAriaGrid: grid };

/** Which file has the Persian words of a folder of react-aria, or null. */
function persianOf(folder: string): string | null {
  const name = Object.entries(files).find(([, words]) => folder in words)?.[0];
  return name === undefined ? null : fileURLToPath(new URL(`./src/text/fa/${name}.ts`, import.meta.url));
}

const dictionary = /\/react-(?:aria|stately|aria-components)\/dist\/private\/(?:(\w+)\/)?intlStrings\.mjs$/;
const english = /from "([^"]*\/en-US\.mjs)"/;

/** The folder whose words a module holds, or null for any other module. */
function folderOf(id: string): string | null {
  const found = dictionary.exec(id);
  return found === null ? null : (found[1] ?? 'components');
}

/**
 * Gives the widgets of react-aria their words in the languages of the interface and in no others: English as the
 * library has it, Persian from the catalogue. A widget that is used and has no Persian words fails the build.
 */
export const reactAriaWords: Plugin = {
  name: 'react-aria-words',
  transform(code, id) {
    const folder = folderOf(id);
    const path = english.exec(code)?.[1];
    if (folder === null || path === undefined) return null;
    const lines = [`import english from ${JSON.stringify(path)};`];
    const persian = persianOf(folder);
    if (persian === null) return [...lines, `export default { 'en-US': english };`].join('\n');
    return [
      ...lines,
      `import { reactAriaPersian } from ${JSON.stringify(persian)};`,
      `export default { 'en-US': english, 'fa-IR': reactAriaPersian.${folder} };`,
    ].join('\n');
  },
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
        const folder = renderedLength > 0 ? folderOf(id) : null;
        if (folder === null || persianOf(folder) !== null) continue;
        this.error(`react-aria's ${folder} speaks no Persian yet: give its words in client/src/text/fa/`);
      }
    }
  },
};
