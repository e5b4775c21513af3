import { join } from 'node:path';
import type { MainLogger } from 'electron-log';
import type { Log } from '../../../src/desk/ports.ts';
import { logLine } from './redact.ts';

const fileSize = 5 * 1024 * 1024;

/** The log of this installation: `logs/ringdesk.log` in its data folder, the one before as `ringdesk.old.log`. */
export function createLog(logger: MainLogger, userData: string): Log {
  logger.transports.file.resolvePathFn = () => join(userData, 'logs', 'ringdesk.log');
  logger.transports.file.maxSize = fileSize;
  logger.transports.file.format = '[{y}-{m}-{d} {h}:{i}:{s}.{ms}] [{level}] {text}';
  logger.transports.console.level = 'warn';
  logger.transports.ipc.level = false;
  return {
    info: (line, facts) => logger.info(logLine(line, facts)),
    warn: (line, facts) => logger.warn(logLine(line, facts)),
    error: (line, facts) => logger.error(logLine(line, facts)),
  };
}

/** An error that nobody awaited is written down, and the app goes on: a call may be live. */
export function logStrayErrors(proc: Pick<NodeJS.Process, 'on'>, log: Log): void {
  proc.on('uncaughtException', (error) => log.error('stray error', { error }));
  proc.on('unhandledRejection', (error) => log.error('stray rejection', { error }));
}
