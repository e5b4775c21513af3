import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dialog } from 'electron';
import type { LogSaved } from '../../../src/contract/window/about.ts';
import { ProblemError } from '../ipc/answer.ts';
import { packLog } from './pack-log.ts';

export type SaveLogDeps = {
  dialog: Pick<Dialog, 'showSaveDialog'>;
  /** Where the log is written. */
  folder: string;
  /** Where the person keeps what they save. */
  documents: string;
  summary: () => string;
  settings: () => Readonly<Record<string, unknown>>;
  now: () => number;
};

/** Asks where to, and saves there all that helps to understand what happened. Throws a {@link ProblemError}. */
export async function saveLog({ dialog, folder, documents, summary, settings, now }: SaveLogDeps): Promise<LogSaved> {
  const day = new Date(now()).toISOString().slice(0, 10);
  const { canceled, filePath } = await dialog.showSaveDialog({
    title: 'Save log',
    defaultPath: join(documents, `ringdesk-log-${day}.zip`),
    filters: [{ name: 'ZIP', extensions: ['zip'] }],
  });
  if (canceled || filePath === '') return 'cancelled';
  try {
    await writeFile(filePath, packLog({ summary: summary(), settings: settings(), logs: readLogs(folder) }));
    return 'saved';
  } catch (cause) {
    throw new ProblemError(
      { code: 'log.notSaved', sentence: 'The log could not be saved there. Try another folder.' },
      cause,
    );
  }
}

function readLogs(folder: string): { name: string; text: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}
