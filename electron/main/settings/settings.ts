import { randomUUID } from 'node:crypto';
import type { Problem } from '../../../src/contract/desk/words.ts';
import type { Theme } from '../../../src/contract/window/preferences.ts';
import type { CallKeyAction, CallKeys, ShortcutAction } from '../../../src/contract/window/shortcuts.ts';
import type { DeskSettings, Log, SettingsStore } from '../../../src/desk/ports.ts';
import { hostOf } from '../../../src/desk/summary.ts';
import { settingsPartlyLost } from '../losses/words.ts';
import { type Bounds, readSettings, type StoredSettings } from './schema.ts';

export const fallbackRelayUrl = 'http://127.0.0.1:4750';

/** The file beneath: electron-store, or anything with a `store` in a test. */
export type SettingsFile = { store: Record<string, unknown> };

/** What this installation remembers between starts. */
export class Settings implements SettingsStore {
  readonly #file: SettingsFile;
  #stored: StoredSettings;
  /** The relay of this start; given from outside, it holds until the person types another. */
  #relayUrl: string;

  constructor(file: SettingsFile, deps: { relayUrl: string | null; log: Log; lost: (loss: Problem) => void }) {
    this.#file = file;
    const { settings, sound } = readSettings(file.store);
    if (!sound) {
      deps.log.warn('settings partly unreadable, those parts start over');
      deps.lost(settingsPartlyLost);
    }
    this.#stored = settings;
    this.#relayUrl = deps.relayUrl ?? settings.relayUrl ?? fallbackRelayUrl;
  }

  get(): DeskSettings {
    const { microphone, speaker, ringtoneDevice, ringtoneVolume, untoldAvailability, ice } = this.#stored;
    return { relayUrl: this.#relayUrl, microphone, speaker, ringtoneDevice, ringtoneVolume, untoldAvailability, ice };
  }

  update(change: Partial<DeskSettings>): void {
    if (change.relayUrl !== undefined) this.#relayUrl = change.relayUrl;
    this.#keep(change);
  }

  get deskId(): string {
    if (this.#stored.deskId !== null) return this.#stored.deskId;
    const deskId = randomUUID();
    this.#keep({ deskId });
    return deskId;
  }

  /** The calls that were missed before the first start are nobody's news. */
  startMissed(now: number): void {
    if (this.#stored.missedSeenAt === null) this.#keep({ missedSeenAt: now });
  }

  get missedSeenAt(): number {
    return this.#stored.missedSeenAt ?? 0;
  }

  keepMissedSeenAt(instant: number): void {
    this.#keep({ missedSeenAt: instant });
  }

  get shortcuts(): StoredSettings['shortcuts'] {
    return this.#stored.shortcuts;
  }

  keepShortcut(action: ShortcutAction, keys: string | null): void {
    this.#keep({ shortcuts: { ...this.#stored.shortcuts, [action]: keys } });
  }

  get callKeys(): CallKeys {
    return this.#stored.callKeys;
  }

  keepCallKey(action: CallKeyAction, keys: string | null): void {
    this.#keep({ callKeys: { ...this.#stored.callKeys, [action]: keys } });
  }

  /** All of it, for whoever helps; of the relay only where it is, because an address may carry a name and a password, and no credentials. */
  get all(): Readonly<Record<string, unknown>> {
    const { ice } = this.#stored;
    const servers = ice?.servers.map(({ urls }) => ({ urls })) ?? [];
    return { ...this.#stored, relayUrl: hostOf(this.#relayUrl), ice: ice && { ...ice, servers } };
  }

  get setUpOffered(): boolean {
    return this.#stored.setUpOffered;
  }

  keepSetUpOffered(): void {
    this.#keep({ setUpOffered: true });
  }

  get theme(): Theme {
    return this.#stored.theme;
  }

  keepTheme(theme: Theme): void {
    this.#keep({ theme });
  }

  get softphoneBounds(): Bounds | null {
    return this.#stored.softphone;
  }

  keepSoftphoneBounds(bounds: Bounds): void {
    this.#keep({ softphone: bounds });
  }

  #keep(change: Partial<StoredSettings>): void {
    this.#stored = { ...this.#stored, ...change };
    this.#file.store = this.#stored;
  }
}
