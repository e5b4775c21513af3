import { refuseUnknown } from '../strict.ts';

class GlobalShortcut implements Pick<Electron.GlobalShortcut, keyof Electron.GlobalShortcut> {
  readonly #callbacks = new Map<string, () => void>();
  #suspended = false;
  /** For tests: accelerators that another program holds, so that registering them fails. */
  readonly taken = new Set<string>();

  register(accelerator: string, callback: () => void): boolean {
    const key = keyOf(accelerator);
    if (this.#callbacks.has(key) || [...this.taken].some((one) => keyOf(one) === key)) return false;
    this.#callbacks.set(key, callback);
    return true;
  }
  registerAll(accelerators: string[], callback: () => void): void {
    for (const accelerator of accelerators) this.register(accelerator, callback);
  }
  isRegistered(accelerator: string): boolean {
    return this.#callbacks.has(keyOf(accelerator));
  }
  unregister(accelerator: string): void {
    this.#callbacks.delete(keyOf(accelerator));
  }
  unregisterAll(): void {
    this.#callbacks.clear();
  }
  setSuspended(suspended: boolean): void {
    this.#suspended = suspended;
  }
  isSuspended(): boolean {
    return this.#suspended;
  }
  /** For tests: the user presses the keys. False when nobody listens for them. */
  trigger(accelerator: string): boolean {
    const callback = this.#suspended ? undefined : this.#callbacks.get(keyOf(accelerator));
    callback?.();
    return callback !== undefined;
  }
}
refuseUnknown(GlobalShortcut, 'globalShortcut');

/** `CmdOrCtrl+Shift+A` and `Shift+Control+a` are the same keys. */
function keyOf(accelerator: string): string {
  const control = process.platform === 'darwin' ? 'command' : 'control';
  const names: Record<string, string> = {
    commandorcontrol: control,
    cmdorctrl: control,
    ctrl: 'control',
    cmd: 'command',
    option: 'alt',
    meta: 'super',
  };
  const keys = accelerator.toLowerCase().split('+');
  return keys
    .map((key) => names[key] ?? key)
    .sort()
    .join('+');
}

export const globalShortcut = new GlobalShortcut();
