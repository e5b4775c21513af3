/** `npm test`: builds what is stale, runs the unit tests and the end-to-end tests, and ends with one line: N passed, N failed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { buildIfStale } from './build.ts';
import { findBrowser } from './find-browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Stories that measure sound have the machine for themselves: a neighbour's work would be heard as a gap. */
const endToEndPasses = [
  ['--grep-invert=@sound', '--workers=100%', '--output=test-results/others'],
  ['--grep=@sound', '--workers=1', '--output=test-results/sound'],
];
/** What Node compiled is kept for the many processes that a run starts. */
const compiled = join(root, 'node_modules', '.cache', 'ringdesk-compiled');
const reports = mkdtempSync(join(tmpdir(), 'ringdesk-reports-'));
const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

const built = isBuilt();
const unit = runUnitTests();
const e2e = built ? sum(endToEndPasses.map(runEndToEndTests)) : { passed: 0, failed: 1 };
rmSync(reports, { recursive: true, force: true });

const { passed, failed } = sum([unit, e2e]);
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);

function isBuilt(): boolean {
  try {
    buildIfStale();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

type Tally = { passed: number; failed: number };

function sum(tallies: Tally[]): Tally {
  return tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }));
}

function runUnitTests(): Tally {
  const file = join(reports, 'unit.json');
  const ended = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const report = vitestReport.safeParse(read(file));
  if (!report.success) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests, numFailedTestSuites } = report.data;
  // A file that could not be loaded has no test that failed.
  const failed = numFailedTests || (numFailedTestSuites > 0 || ended !== 0 ? 1 : 0);
  return { passed, failed };
}

function runEndToEndTests(options: string[]): Tally {
  const file = join(reports, 'e2e.json');
  rmSync(file, { force: true });
  const args = ['test', '--reporter=list,json', ...options];
  const ended = run('playwright', args, { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  const report = playwrightReport.safeParse(read(file));
  if (!report.success) return { passed: 0, failed: 1 };
  const { expected: passed, unexpected, flaky } = report.data.stats;
  const failed = unexpected + flaky || (report.data.errors.length > 0 || ended !== 0 ? 1 : 0);
  return { passed, failed };
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): number | null {
  const options = {
    cwd: root,
    stdio: 'inherit',
    // The one that is found, for those too that would only look for `chromium`.
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: compiled,
      RINGDESK_CHROMIUM: findBrowser() ?? undefined,
      RINGDESK_TEST_BUILT: built ? '1' : undefined,
      ...env,
    },
    shell: process.platform === 'win32',
  } as const;
  return spawnSync(join(root, 'node_modules', '.bin', command), args, options).status;
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
