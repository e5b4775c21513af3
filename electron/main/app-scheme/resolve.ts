import { resolve, sep } from 'node:path';
import { pageOfAddress } from './address.ts';

export type Resolved =
  | { status: 'file'; path: string; page: string }
  | { status: 'refused'; reason: 'notOurs' | 'escapes' | 'malformed' };

/**
 * The file that an `app://` address means.
 * @param root the folder of the built pages; nothing outside of it is ever named
 */
export function resolveAddress(address: string, root: string): Resolved {
  if (pageOfAddress(address) === null) return { status: 'refused', reason: 'notOurs' };
  let name: string;
  try {
    name = decodeURIComponent(new URL(address).pathname);
  } catch {
    return { status: 'refused', reason: 'malformed' };
  }
  if (name.includes('\0') || name.includes('\\')) return { status: 'refused', reason: 'malformed' };
  const inside = resolve(root);
  const path = resolve(inside, `.${name}`);
  if (!path.startsWith(inside + sep)) return { status: 'refused', reason: 'escapes' };
  return { status: 'file', path, page: path.slice(inside.length + 1) };
}
