import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app } from '../app/app.ts';
import { refuseUnknown } from '../strict.ts';

type Backend = ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>;
const prefix = Buffer.from('v11');

/** AES-256-GCM with a key of its own in `userData`, as a keyring would hold it: nothing of the text shows on disk. */
class SafeStorage implements Pick<Electron.SafeStorage, keyof Electron.SafeStorage> {
  /** For tests: a machine whose keyring is locked or missing. */
  available = true;
  backend: Backend | undefined;

  isEncryptionAvailable(): boolean {
    return app.isReady() && this.available;
  }
  async isAsyncEncryptionAvailable(): Promise<boolean> {
    await app.whenReady();
    return this.available;
  }
  getSelectedStorageBackend(): Backend {
    if (!app.isReady()) return 'unknown';
    // Playwright starts every Electron with --password-store=basic, too early for a test to say otherwise.
    const basic = app.commandLine.getSwitchValue('password-store') === 'basic' && process.env.STANDIN_KEYRING !== '1';
    return this.backend ?? (basic ? 'basic_text' : 'gnome_libsecret');
  }
  setUsePlainTextEncryption(): void {}

  encryptString(plainText: string): Buffer {
    const key = this.#key('encryptString');
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    return Buffer.concat([prefix, nonce, cipher.getAuthTag(), body]);
  }
  decryptString(encrypted: Buffer): string {
    const key = this.#key('decryptString');
    const failure = 'Error while decrypting the ciphertext provided to safeStorage.decryptString.';
    if (!Buffer.from(encrypted.subarray(0, 3)).equals(prefix)) throw new Error(failure);
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(3, 15));
      decipher.setAuthTag(encrypted.subarray(15, 31));
      return Buffer.concat([decipher.update(encrypted.subarray(31)), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw new Error(failure, { cause });
    }
  }
  async encryptStringAsync(plainText: string): Promise<Buffer> {
    return this.encryptString(plainText);
  }
  async decryptStringAsync(encrypted: Buffer): Promise<Electron.DecryptStringAsyncReturnValue> {
    return { result: this.decryptString(encrypted), shouldReEncrypt: false };
  }

  #key(asking: string): Buffer {
    if (!this.isEncryptionAvailable())
      throw new Error(`Error while using safeStorage.${asking}. Encryption is not available.`);
    const file = path.join(app.getPath('userData'), 'Keyring');
    if (!existsSync(file)) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, randomBytes(32), { mode: 0o600 });
    }
    return readFileSync(file);
  }
}
refuseUnknown(SafeStorage, 'safeStorage');

export const safeStorage = new SafeStorage();
