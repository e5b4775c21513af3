import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from 'electron';
import { ProblemError } from '../ipc/answer.ts';
import { autostartEntry, isSwitchedOn } from './autostart-entry.ts';

/** Ringdesk as an item of the computer's sign-in. The system is asked each time: people change it there as well. */
export type StartWithSystem = {
  /** Null where it cannot be arranged. */
  isOn(): boolean | null;
  /** Throws a {@link ProblemError} when the system refuses. */
  set(on: boolean): void;
};

export type StartWithSystemDeps = {
  platform: string;
  app: Pick<App, 'getPath' | 'getLoginItemSettings' | 'setLoginItemSettings'>;
  /** The command that starts this installation, program first. */
  command: readonly string[];
};

/** A start with the computer goes into the tray. */
const args = ['--hidden'];

export function createStartWithSystem({ platform, app, command }: StartWithSystemDeps): StartWithSystem {
  if (platform === 'linux') return autostartFile(() => join(app.getPath('appData'), 'autostart'), command);
  if (platform !== 'darwin' && platform !== 'win32') return { isOn: () => null, set: () => undefined };
  return {
    // Windows finds the item only by the arguments that it was made with.
    isOn: () => app.getLoginItemSettings({ args }).openAtLogin,
    set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin, args }),
  };
}

/** https://specifications.freedesktop.org/autostart-spec/latest/ */
function autostartFile(folder: () => string, command: readonly string[]): StartWithSystem {
  const file = () => join(folder(), 'com.ringdesk.desktop.desktop');
  return {
    isOn() {
      try {
        return isSwitchedOn(readFileSync(file(), 'utf8'));
      } catch {
        return false;
      }
    },
    set(on) {
      try {
        if (on) {
          mkdirSync(dirname(file()), { recursive: true });
          writeFileSync(file(), autostartEntry([...command, ...args]));
        } else rmSync(file(), { force: true });
      } catch (cause) {
        throw new ProblemError({ code: 'autostart.refused', sentence: refused }, cause);
      }
    },
  };
}

const refused = 'This computer does not let Ringdesk change what starts with it.';
