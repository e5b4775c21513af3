/** `npm test`: builds what is stale, runs the unit tests and the end-to-end tests, and ends with one line: N passed, N failed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { buildIfStale } from './build.ts';
import { findBrowser } from './find-browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/**
 * What runs side by side, one pass after the other. Stories that wait for time to pass (`@waits`) do so beside the unit tests. Those that
 * measure sound (`@sound`) go before the others, which have what they leave of the machine: a neighbour's work would be heard as a gap.
 */
const passes: (() => Promise<Tally>)[][] = [
  [runUnitTests, () => runStories('waiting', ['--grep=@waits', '--workers=100%'])],
  [
    () => runStories('sound', ['--grep=@sound', '--workers=1']),
    () => runStories('working', ['--grep-invert=@sound|@waits', '--workers=100%'], constants.priority.PRIORITY_LOW),
  ],
];
/** What Node compiled is kept for the many processes that a run starts. */
const compiled = join(root, 'node_modules', '.cache', 'ringdesk-compiled');
/** All that a run leaves behind: reports, profiles of browsers, data of relays. Short, for sockets are named in it. */
const scratch = mkdtempSync(join(tmpdir(), 'rd-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
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
const tallies: Tally[] = [];
for (const pass of passes) tallies.push(...(await Promise.all(pass.map((part) => part()))));

const { passed, failed } = tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }));
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

async function runUnitTests(): Promise<Tally> {
  const file = join(scratch, 'unit.json');
  const ended = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const report = vitestReport.safeParse(read(file));
  if (!report.success) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests, numFailedTestSuites } = report.data;
  // A file that could not be loaded has no test that failed.
  const failed = numFailedTests || (numFailedTestSuites > 0 || ended !== 0 ? 1 : 0);
  return { passed, failed };
}

async function runStories(name: string, options: string[], priority?: number): Promise<Tally> {
  if (!built) return { passed: 0, failed: 1 };
  const file = join(scratch, `${name}.json`);
  const args = ['test', '--reporter=list,json', `--output=test-results/${name}`, ...options];
  const ended = await run('playwright', args, { PLAYWRIGHT_JSON_OUTPUT_NAME: file }, priority);
  const report = playwrightReport.safeParse(read(file));
  if (!report.success) return { passed: 0, failed: 1 };
  const { expected: passed, unexpected, flaky } = report.data.stats;
  const failed = unexpected + flaky || (report.data.errors.length > 0 || ended !== 0 ? 1 : 0);
  return { passed, failed };
}

/** @param priority of the command and all that it starts */
async function run(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
  priority?: number,
): Promise<number | null> {
  const options = {
    cwd: root,
    stdio: 'inherit',
    // The one that is found, for those too that would only look for `chromium`.
    env: {
      ...process.env,
      TMPDIR: scratch,
      TEMP: scratch,
      TMP: scratch,
      NODE_COMPILE_CACHE: compiled,
      RINGDESK_CHROMIUM: findBrowser() ?? undefined,
      RINGDESK_TEST_BUILT: built ? '1' : undefined,
      ...env,
    },
    shell: process.platform === 'win32',
  } as const;
  try {
    const child = spawn(join(root, 'node_modules', '.bin', command), args, options);
    if (child.pid !== undefined && priority !== undefined) setPriority(child.pid, priority);
    const [code] = await once(child, 'exit');
    return typeof code === 'number' ? code : null;
  } catch (error) {
    console.error(error);
    return null;
  }
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
