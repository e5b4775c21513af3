import { hash, verify } from '@node-rs/argon2';

/** argon2id with the library's defaults (OWASP: 19 MiB, 2 passes, 1 lane). */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let decoy: Promise<string> | null = null;

/** Takes as long for an address that nobody has as for a wrong password. */
export async function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  decoy ??= hash('a password that nobody has');
  const matches = await verify(storedHash ?? (await decoy), password);
  return storedHash !== null && matches;
}
