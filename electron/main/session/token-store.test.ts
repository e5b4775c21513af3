import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { beforeEach, expect, test } from 'vitest';
import { listeningLog } from '../testing/samples.ts';
import { type CipherFound, findCipher } from './cipher.ts';
import { SealedTokenStore } from './token-store.ts';

const saved = { relayUrl: 'https://desk.example', token: 'secret-token-of-sari' };
const turned = (text: Buffer) => Buffer.from(text.map((byte) => byte ^ 0x5a));
const working = {
  available: true,
  cipher: {
    encrypt: async (secret: string) => turned(Buffer.from(secret)),
    decrypt: async (sealed: Buffer) => turned(sealed).toString(),
  },
} satisfies CipherFound;
const none: CipherFound = { available: false, reason: 'no keyring' };

let file: string;
let log: ReturnType<typeof listeningLog>;
const open = (found: CipherFound) => new SealedTokenStore(file, { findCipher: async () => found, log });

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'ringdesk-session-')), 'session.bin');
  log = listeningLog();
});

test('a sign-in survives a restart, and nothing of it can be read on the disk', async () => {
  expect(await open(working).load()).toBe(null);
  await open(working).save(saved);
  expect(await open(working).load()).toEqual(saved);
  expect(readFileSync(file).includes('secret')).toBe(false);
});

test('signing out leaves nothing', async () => {
  const tokens = open(working);
  await tokens.save(saved);
  await tokens.clear();
  expect(await tokens.load()).toBe(null);
  expect(existsSync(file)).toBe(false);
  await tokens.clear();
});

test('signing out right after signing in leaves nothing either, however slow the key store is', async () => {
  let unlock = () => {};
  const unlocked = new Promise<void>((resolve) => {
    unlock = resolve;
  });
  const { cipher } = working;
  const slow = { ...cipher, encrypt: (secret: string) => unlocked.then(() => cipher.encrypt(secret)) };
  const tokens = open({ available: true, cipher: slow });
  const done = Promise.all([tokens.save(saved), tokens.clear()]);
  unlock();
  await done;
  expect(existsSync(file)).toBe(false);
  expect(await tokens.load()).toBe(null);
});

test('a file that cannot be deleted does not stop the next sign-in', async () => {
  const tokens = open(working);
  mkdirSync(file);
  await expect(tokens.clear()).rejects.toThrow();
  rmdirSync(file);
  await tokens.save(saved);
  expect(await tokens.load()).toEqual(saved);
});

test('without encryption it lives in memory only, and that is said without the token', async () => {
  const tokens = open(none);
  await tokens.save(saved);
  expect(await tokens.load()).toEqual(saved);
  expect(existsSync(file)).toBe(false);
  expect(await open(none).load()).toBe(null);
  expect(log.lines).toMatchObject([{ level: 'warn', facts: { reason: 'no keyring' } }]);
  expect(JSON.stringify(log.lines)).not.toContain(saved.token);
});

test('a file that cannot be opened means signing in again', async () => {
  writeFileSync(file, 'not ours');
  expect(await open(working).load()).toBe(null);
  expect(log.lines).toMatchObject([{ line: 'sign-in not restored', facts: { reason: 'unreadable' } }]);
});

const storage = (has: Partial<SafeStorage>) =>
  ({ getSelectedStorageBackend: () => 'gnome_libsecret', isEncryptionAvailable: () => false, ...has }) as SafeStorage;

test('a password that everybody knows is no encryption', async () => {
  const basic = storage({
    getSelectedStorageBackend: () => 'basic_text',
    isAsyncEncryptionAvailable: async () => true,
  });
  expect(await findCipher(basic, 'linux')).toEqual(none);
});

test('the newer key store is taken where it works, the older one where it does not', async () => {
  const newer = await findCipher(
    storage({
      isAsyncEncryptionAvailable: async () => true,
      encryptStringAsync: async () => Buffer.from('newer'),
      decryptStringAsync: async () => ({ result: 'newer', shouldReEncrypt: false }),
    }),
    'win32',
  );
  expect(newer.available && `${await newer.cipher.encrypt('')}`).toBe('newer');
  const older = await findCipher(
    storage({
      isAsyncEncryptionAvailable: async () => false,
      isEncryptionAvailable: () => true,
      encryptString: () => Buffer.from('older'),
    }),
    'linux',
  );
  expect(older.available && `${await older.cipher.encrypt('')}`).toBe('older');
  expect(await findCipher(storage({ isAsyncEncryptionAvailable: async () => false }), 'linux')).toMatchObject({
    available: false,
  });
});
