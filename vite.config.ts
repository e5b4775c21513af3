import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, 'renderer');

/** Each page is one window: the browser softphone, Electron's softphone, the voice page without a face, and the parts on show. */
const pages = ['index.html', 'softphone.html', 'voice.html', 'kit.html'];

export default defineConfig({
  root,
  base: './',
  plugins: [react()],
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
