import { defineConfig } from '@playwright/test';
import type { HostOptions } from './test/e2e/fixtures.ts';

// Its stories are of what was built, the relay too; workers get it with the rest of the environment.
process.env.RINGDESK_TEST_BUILT = '1';

/** The same suite on both hosts; `ELECTRON_E2E=real` takes the real Electron in place of the stand-in. */
export default defineConfig<HostOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // `npm test` gives stories tagged @sound the machine for themselves, and runs the others side by side.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    { name: 'browser', use: { host: 'browser' } },
    { name: 'electron', use: { host: 'electron' } },
  ],
});
