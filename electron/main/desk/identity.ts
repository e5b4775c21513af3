import type { DeskIdentity } from '../../../src/desk/ports.ts';

const longestName = 64;

/** Which installation this is, and what a colleague would call it: the computer's name. */
export function deskIdentity(deskId: string, hostname: string): DeskIdentity {
  return { deskId, deskName: hostname.trim().slice(0, longestName) || 'Desktop' };
}
