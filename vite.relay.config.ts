import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/**
 * The relay as it is hosted: `node dist/relay/cli.js`, which starts in half the time. Everything is bundled except Node and the two
 * libraries with binaries beside their JavaScript; `bufferutil` and `utf-8-validate` are `ws`'s optional extras, which we do without.
 */
const external = ['better-sqlite3', '@node-rs/argon2', 'bufferutil', 'utf-8-validate'];

export default defineConfig({
  root: resolve(import.meta.dirname, 'src/relay'),
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: resolve(import.meta.dirname, 'dist/relay'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: {
        cli: resolve(import.meta.dirname, 'src/relay/cli.ts'),
        'checkpoint-thread': resolve(import.meta.dirname, 'src/relay/store/checkpoint-thread.ts'),
      },
      external: [...external, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
      // The server's libraries stay apart: a command need not wait for them.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
