import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from '../paths.mjs';

const ignoredFolders = new Set(['node_modules', 'dist', 'build', 'test-results', 'playwright-report']);

/** All files below a folder of the repository whose path from the root matches, as { path, text }. */
export async function sources(folder, pattern) {
  const found = [];
  async function walk(directory) {
    const entries = await readdir(directory, { withFileTypes: true }).catch((error) => {
      // A folder that no milestone has filled yet holds no sources.
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    for (const entry of entries) {
      const absolute = join(directory, entry.name);
      const path = relative(root, absolute);
      if (entry.isDirectory() && !ignoredFolders.has(entry.name)) await walk(absolute);
      else if (entry.isFile() && pattern.test(path)) found.push({ path, text: await readFile(absolute, 'utf8') });
    }
  }
  await walk(join(root, folder));
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

export function lineOf(text, index) {
  return text.slice(0, index).split('\n').length;
}

const token = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

/** The code with comments and text literals blanked, so that a search finds code only; line numbers stay. */
export function codeOnly(text) {
  return text.replace(token, (match) => match.replace(/[^\n]/g, ' '));
}

/** The code with comments blanked; text literals stay. */
export function withoutComments(text) {
  return text.replace(token, (match) => (match.startsWith('/') ? match.replace(/[^\n]/g, ' ') : match));
}
