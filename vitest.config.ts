import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,electron,renderer,scripts,test}/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**', 'dist/**'],
    testTimeout: 20_000,
  },
});
