import type { GlobalShortcut } from 'electron';
import type { Problem } from '../../../src/contract/desk/words.ts';
import { type ShortcutAction, type ShortcutView, shortcutActions } from '../../../src/contract/window/shortcuts.ts';
import type { DeskView } from '../../../src/contract/window/view.ts';
import type { Log } from '../../../src/desk/ports.ts';
import { keysInWords } from '../../../src/domain/keys/keys-in-words.ts';
import type { Settings } from '../settings/settings.ts';
import { type ShortcutCommand, wantedShortcuts } from './wanted.ts';

export type ShortcutsDeps = {
  globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'>;
  settings: Pick<Settings, 'shortcuts' | 'keepShortcut'>;
  command: (command: ShortcutCommand) => void;
  /** Called when what {@link Shortcuts.view} says has changed. */
  changed: (shortcuts: ShortcutView[]) => void;
  platform: string;
  log: Log;
};

/** Keys that work in every program, held only while there is a call or a ring that they act on. */
export class Shortcuts {
  readonly #deps: ShortcutsDeps;
  readonly #held = new Map<ShortcutAction, string>();
  readonly #refused = new Map<ShortcutAction, Problem>();
  #commands: Partial<Record<ShortcutAction, ShortcutCommand>> = {};
  #wanted = new Set<ShortcutAction>();
  #told = '';

  constructor(deps: ShortcutsDeps) {
    this.#deps = deps;
  }

  /** Safe to repeat with the same view. */
  render(view: DeskView): void {
    this.#commands = wantedShortcuts(view);
    const before = this.#wanted;
    this.#wanted = new Set(shortcutActions.filter((action) => this.#commands[action] !== undefined));
    for (const action of shortcutActions) {
      if (before.has(action) && !this.#wanted.has(action)) this.#release(action);
    }
    for (const action of shortcutActions) {
      if (this.#wanted.has(action) && !before.has(action)) this.#hold(action);
    }
    this.#tell();
  }

  view(): ShortcutView[] {
    const { shortcuts } = this.#deps.settings;
    return shortcutActions.map((action) => {
      const problem = this.#refused.get(action) ?? null;
      const status = this.#held.has(action) ? 'on' : problem === null ? 'resting' : 'refused';
      return { action, keys: shortcuts[action], status, problem };
    });
  }

  /**
   * Gives an action other keys, at once. They are tried also while there is nothing to use them on, so that the person hears now that another
   * program has them, and not in the next call.
   * @returns why not; everything stays as it was then
   */
  change(action: ShortcutAction, keys: string | null): Problem | null {
    const { settings } = this.#deps;
    const before = settings.shortcuts[action];
    this.#release(action);
    const problem = keys === null || this.#isHeldByUs(keys) ? null : this.#register(action, keys);
    if (problem === null) {
      if (keys !== null && !this.#isHeldByUs(keys)) this.#deps.globalShortcut.unregister(keys);
      settings.keepShortcut(action, keys);
      this.#refused.delete(action);
    }
    if (this.#wanted.has(action) && (problem === null || before !== null)) this.#hold(action);
    this.#tell();
    return problem;
  }

  /** One key may answer and then mute, so it may be held for the other by now. */
  #isHeldByUs(keys: string): boolean {
    return [...this.#held.values()].includes(keys);
  }

  #hold(action: ShortcutAction): void {
    const { settings, log } = this.#deps;
    const accelerator = settings.shortcuts[action];
    if (accelerator === null) return;
    const problem = this.#register(action, accelerator);
    if (problem === null) {
      this.#held.set(action, accelerator);
      this.#refused.delete(action);
    } else {
      this.#refused.set(action, problem);
      log.warn('shortcut refused', { action, accelerator, code: problem.code });
    }
  }

  #register(action: ShortcutAction, accelerator: string): Problem | null {
    const keys = keysInWords(accelerator, this.#deps.platform);
    const press = () => {
      const command = this.#commands[action];
      if (command !== undefined) this.#deps.command(command);
    };
    try {
      if (this.#deps.globalShortcut.register(accelerator, press)) return null;
      return { code: 'shortcut.taken', sentence: `${keys} is used by another program.` };
    } catch {
      return { code: 'shortcut.invalid', sentence: `${keys} are not keys that this computer knows.` };
    }
  }

  #release(action: ShortcutAction): void {
    const accelerator = this.#held.get(action);
    if (accelerator === undefined) return;
    this.#held.delete(action);
    this.#deps.globalShortcut.unregister(accelerator);
  }

  #tell(): void {
    const view = this.view();
    const told = JSON.stringify(view);
    if (told === this.#told) return;
    this.#told = told;
    this.#deps.changed(view);
  }
}
