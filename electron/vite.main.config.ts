import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/**
 * Electron's main process in one file. Everything is bundled except what cannot be: Electron itself, Node, and better-sqlite3,
 * whose binary lies beside its JavaScript. `bufferutil` and `utf-8-validate` are `ws`'s optional extras, which we do without.
 */
const external = ['electron', /^electron\//, 'better-sqlite3', 'bufferutil', 'utf-8-validate'];

export default defineConfig({
  root: resolve(import.meta.dirname, 'main'),
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: resolve(import.meta.dirname, '../dist/electron'),
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { main: resolve(import.meta.dirname, 'main/main.ts') },
      external: [...external, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
      output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
});
