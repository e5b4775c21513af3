import type { SafeStorage } from 'electron';

/** Turns a secret into bytes that only this user of this computer can read. */
export type Cipher = { encrypt(secret: string): Promise<Buffer>; decrypt(sealed: Buffer): Promise<string> };

export type CipherFound = { available: true; cipher: Cipher } | { available: false; reason: string };

/**
 * The system's key store, by Electron's newer asynchronous interface where it works and by the older one where it does not.
 * On Linux without a keyring Electron would use a password that everybody knows; that counts as no encryption.
 */
export async function findCipher(safeStorage: SafeStorage, platform: string): Promise<CipherFound> {
  if (platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') {
    return { available: false, reason: 'no keyring' };
  }
  if ('isAsyncEncryptionAvailable' in safeStorage && (await safeStorage.isAsyncEncryptionAvailable())) {
    return {
      available: true,
      cipher: {
        encrypt: (secret) => safeStorage.encryptStringAsync(secret),
        decrypt: async (sealed) => (await safeStorage.decryptStringAsync(sealed)).result,
      },
    };
  }
  if (!safeStorage.isEncryptionAvailable()) return { available: false, reason: 'key store not available' };
  return {
    available: true,
    cipher: {
      encrypt: async (secret) => safeStorage.encryptString(secret),
      decrypt: async (sealed) => safeStorage.decryptString(sealed),
    },
  };
}
