/** `npm run sandbox`: a local stand-in for Meta. docs/sandbox.md */
import { flushCompileCache } from 'node:module';
import { readEnvironment } from './options.ts';
import { startSandbox } from './sandbox.ts';

const environment = readEnvironment(process.env);
if (environment.status === 'refused') {
  process.stderr.write(`${environment.line}\n`);
  process.exit(1);
}

const sandbox = await startSandbox(environment.options).catch((error: unknown) => {
  process.stderr.write(`The sandbox cannot start: ${error instanceof Error ? error.message : 'unknown'}\n`);
  process.exit(1);
});

// With NODE_COMPILE_CACHE set, the next start is quicker also when this one is killed.
flushCompileCache();

/** libwebrtc's threads outlive their peers, so the process is ended, not left to run out. */
const stop = async (): Promise<void> => {
  await sandbox.close();
  process.exit(0);
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
