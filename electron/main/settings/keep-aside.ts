import { existsSync, readFileSync, renameSync } from 'node:fs';
import { extname } from 'node:path';

/** A file that cannot be read is never thrown away: it is renamed, for whoever wants to know what happened. */
export function keepAside(file: string, now: number): string {
  const extension = extname(file);
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  const aside = `${file.slice(0, file.length - extension.length)}.unreadable-${stamp}${extension}`;
  renameSync(file, aside);
  return aside;
}

/** Moves a JSON file aside when it holds no JSON object. @returns where it is now, or null when it was sound or not there */
export function keepUnreadableJsonAside(file: string, now: number): string | null {
  if (!existsSync(file)) return null;
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) return null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return keepAside(file, now);
}
