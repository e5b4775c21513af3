import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';

const root = resolve(import.meta.dirname, 'renderer');

/** Each page is one window: the browser softphone, Electron's softphone, its call card, the voice page without a face, and the parts on show. */
const pages = ['index.html', 'softphone.html', 'card.html', 'voice.html', 'kit.html'];

/** The interface is English: the few words that react-aria brings in thirty other languages stay out of the first screen. */
const englishOnly: Plugin = {
  name: 'ringdesk:english-only',
  enforce: 'pre',
  apply: 'build',
  load: {
    filter: {
      id: /node_modules\/react-(aria|stately|aria-components)\/dist\/.*\/intl\/(.*\/)?(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/,
    },
    handler: () => 'export default {};',
  },
};

export default defineConfig({
  root,
  base: './',
  // Compressed once, here: a relay that did it for each page would be busy for over a second with each.
  plugins: [
    englishOnly,
    react(),
    compression({ algorithms: ['brotliCompress', 'gzip'], threshold: 1024, logLevel: 'silent' }),
  ],
  server: { fs: { allow: [import.meta.dirname] } },
  build: {
    outDir: resolve(import.meta.dirname, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    // The pages run under a content security policy without `data:`.
    assetsInlineLimit: 0,
    rolldownOptions: { input: pages.map((page) => resolve(root, page)).filter((page) => existsSync(page)) },
  },
});
