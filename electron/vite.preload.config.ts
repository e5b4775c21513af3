import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/**
 * A sandboxed preload can require nothing but `electron`, so each is one CommonJS file of its own:
 * two environments, because two entries of one build would share chunks.
 */
const preload = (name: string) => ({
  consumer: 'client' as const,
  build: {
    outDir: resolve(import.meta.dirname, '../dist/electron'),
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'chrome148',
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: resolve(import.meta.dirname, `preload/${name}.ts`),
      external: ['electron'],
      output: { format: 'cjs' as const, entryFileNames: `preload-${name}.cjs`, codeSplitting: false },
    },
  },
});

const names = ['softphone', 'card', 'voice'];

export default defineConfig({
  root: resolve(import.meta.dirname, 'preload'),
  publicDir: false,
  environments: Object.fromEntries(names.map((name) => [name, preload(name)])),
  builder: {
    async buildApp(builder) {
      for (const [name, environment] of Object.entries(builder.environments)) {
        if (names.includes(name)) await builder.build(environment);
      }
    },
  },
});
