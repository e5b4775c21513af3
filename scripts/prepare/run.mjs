import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a command quietly; what it said is shown only when it fails, and then this process ends.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {string} sentence what to say when it fails
 */
export function run(command, args, sentence) {
  const result = attempt(command, args);
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}\n`);
  const ended = result.error ? 'did not start' : `ended with ${result.status ?? result.signal}`;
  fail(`${sentence} (${command} ${args[0]} ${ended}).`);
}

/**
 * @param {string} command
 * @param {string[]} args
 */
export function attempt(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const shell = process.platform === 'win32';
  return spawnSync(command, args, { cwd: root, env, encoding: 'utf8', shell, maxBuffer: 64 * 1024 * 1024 });
}

/** @param {string} sentence */
export function say(sentence) {
  process.stdout.write(`prepare: ${sentence}\n`);
}

/** @param {string} sentence */
export function fail(sentence) {
  process.stderr.write(`prepare: ${sentence}\n`);
  process.exit(1);
}

/** @param {number} from ms since the epoch */
export function secondsSince(from) {
  return `${Math.round((Date.now() - from) / 1000)} s`;
}
