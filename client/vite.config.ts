import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledSentences } from './compiledSentences.ts';
import { leftOut } from './leftOut.ts';
import { pdfResources } from './pdfResources.ts';
import { reactAriaWords } from './reactAriaWords.ts';

const server = 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), reactAriaWords, pdfResources, compiledSentences, leftOut()],
  // Naming conditions replaces Vite's own: the last three repeat them.
  resolve: { conditions: ['@track2/source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2023',
    // The content security policy allows no data: fonts or scripts; assets stay files of their own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Nothing of ours does anything by being imported but main.tsx and styles: so schemas that only the server
    // parses with, and the library behind them, stay out of the page.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /shared[\\/]src[\\/]/, sideEffects: false }] } },
  },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  server: { proxy: { '/api': server, '/socket.io': { target: server, ws: true } } },
});
