/**
 * `npm start`: a business on this computer, complete: the sandbox (a stand-in for Meta), the relay, and the app with an agent
 * signed in. `npm start -- --check` does the same without a screen, makes a call, measures what both sides hear, and ends.
 */
import { parseArgs } from 'node:util';
import { check } from './check/check.ts';
import { start } from './start/start.ts';

const asked = readArguments();
if (asked === 'other') console.error('npm start has one option: npm start -- --check');
// Ended rather than left to run out: what is still under way is of no use to anybody.
process.exit(asked === 'other' ? 1 : await (asked === 'check' ? check() : start()));

function readArguments(): 'start' | 'check' | 'other' {
  try {
    const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
    return values.check ? 'check' : 'start';
  } catch {
    return 'other';
  }
}
