import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** What the library fetches by name when a file needs it: maps of characters, fonts, decoders of pictures. */
const folders: readonly [folder: string, wanted: RegExp][] = [
  ['cmaps', /\.bcmap$/],
  ['standard_fonts', /\.(?:pfb|ttf)$/],
  // The same decoders as WebAssembly stay out: the content security policy does not let them run.
  ['wasm', /_nowasm_fallback\.js$/],
];

/**
 * Puts what pdfjs-dist fetches beside the built page, so that nothing comes from elsewhere. The folder is named by the
 * library's version, as browsers keep its files for ever.
 */
export const pdfResources: Plugin = {
  name: 'pdf-resources',
  apply: 'build',
  async generateBundle() {
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
    for (const [folder, wanted] of folders) {
      for (const name of (await readdir(join(home, folder))).filter((file) => wanted.test(file))) {
        const source = await readFile(join(home, folder, name));
        this.emitFile({ type: 'asset', fileName: `pdfjs-${version}/${folder}/${name}`, source });
      }
    }
  },
};
