import type { GlobalShortcut } from 'electron';
import type { Problem } from '../../../src/contract/desk/words.ts';
import { type ShortcutAction, type ShortcutView, shortcutActions } from '../../../src/contract/window/shortcuts.ts';
import type { DeskCommand, DeskView } from '../../../src/contract/window/view.ts';
import type { Log } from '../../../src/desk/ports.ts';
import { keysInWords } from './keys-in-words.ts';
import { wantedShortcuts } from './wanted.ts';

export type ShortcutsDeps = {
  globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'>;
  /** Electron accelerators as the settings have them; null is none. */
  accelerators: Readonly<Record<ShortcutAction, string | null>>;
  command: (command: DeskCommand) => void;
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
  #commands: Partial<Record<ShortcutAction, DeskCommand>> = {};
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
    const { accelerators, platform } = this.#deps;
    return shortcutActions.flatMap((action) => {
      const accelerator = accelerators[action];
      if (accelerator === null) return [];
      const problem = this.#refused.get(action) ?? null;
      const status = this.#held.has(action) ? 'on' : problem === null ? 'resting' : 'refused';
      return [{ action, keys: keysInWords(accelerator, platform), status, problem }];
    });
  }

  #hold(action: ShortcutAction): void {
    const { accelerators, platform, log } = this.#deps;
    const accelerator = accelerators[action];
    if (accelerator === null) return;
    const problem = this.#register(action, accelerator, keysInWords(accelerator, platform));
    if (problem === null) {
      this.#held.set(action, accelerator);
      this.#refused.delete(action);
    } else {
      this.#refused.set(action, problem);
      log.warn('shortcut refused', { action, accelerator, code: problem.code });
    }
  }

  #register(action: ShortcutAction, accelerator: string, keys: string): Problem | null {
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
