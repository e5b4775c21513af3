import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export interface MainScript {
  file: string;
  /** `app.getAppPath()`. */
  folder: string;
  name: string | undefined;
  version: string | undefined;
}

interface PackageJson {
  main?: string;
  name?: string;
  productName?: string;
  version?: string;
}

/** Finds what `electron <path>` runs: a folder's package.json `main`, or the file itself. Throws when there is none. */
export function findMainScript(args: string[]): MainScript {
  const entry = path.resolve(args.find((arg) => !arg.startsWith('-')) ?? '.');
  const isFolder = existsSync(entry) && statSync(entry).isDirectory();
  const folder = isFolder ? entry : path.dirname(entry);
  const manifest = path.join(folder, 'package.json');
  const facts: PackageJson = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {};
  const file = isFolder ? path.resolve(folder, facts.main ?? 'index.js') : entry;
  if (!existsSync(file)) throw new Error(`Unable to find Electron app at ${file}`);
  return { file, folder, name: facts.productName ?? facts.name, version: facts.version };
}
