import { strToU8, zipSync } from 'fflate';
import { redact, redactFacts } from '../log/redact.ts';

export type LogParts = {
  /** How the desk stands, in lines. */
  summary: string;
  settings: Readonly<Record<string, unknown>>;
  /** The files of the log by name. */
  logs: readonly { name: string; text: string }[];
};

/** One ZIP for whoever helps. Lines were redacted when they were written; they are once more, for those of older versions. */
export function packLog({ summary, settings, logs }: LogParts): Uint8Array {
  const files = [
    { name: 'summary.txt', text: redactLines(summary) },
    { name: 'settings.json', text: `${JSON.stringify(redactFacts(settings), null, 2)}\n` },
    ...logs.map(({ name, text }) => ({ name: `logs/${name}`, text: redactLines(text) })),
  ];
  return zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])));
}

/** Line by line: a session description in one of them must not take the rest with it. */
function redactLines(text: string): string {
  return text.split('\n').map(redact).join('\n');
}
