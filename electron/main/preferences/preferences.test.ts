import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Preferences } from '../../../src/contract/window/preferences.ts';
import { Settings } from '../settings/settings.ts';
import { listeningLog } from '../testing/samples.ts';
import { autostartEntry, isSwitchedOn } from './autostart-entry.ts';
import { PersonPreferences } from './preferences.ts';
import { createStartWithSystem, type StartWithSystemDeps } from './start-with-system.ts';

const off = { isOn: () => false, set: () => undefined };

function start(store: Record<string, unknown> = {}) {
  const file = { store };
  const nativeTheme: { themeSource: 'system' | 'light' | 'dark' } = { themeSource: 'system' };
  const told: Preferences[] = [];
  const settings = new Settings(file, { relayUrl: null, log: listeningLog(), lost: () => {} });
  const tell = (preferences: Preferences) => void told.push(preferences);
  const preferences = new PersonPreferences({ settings, nativeTheme, startWithSystem: off, tell });
  return { file, nativeTheme, told, preferences };
}

test('a theme holds at once, is told to every window, and holds again at the next start', () => {
  const { file, nativeTheme, told, preferences } = start();
  expect(preferences.get()).toEqual({
    theme: 'system',
    startsWithSystem: false,
    setUpOffered: false,
    callKeys: { mute: 'F8', end: 'F9' },
  });
  preferences.change({ kind: 'theme', theme: 'dark' });
  expect(nativeTheme.themeSource).toBe('dark');
  expect(told).toMatchObject([{ theme: 'dark', startsWithSystem: false, setUpOffered: false }]);
  preferences.change({ kind: 'setUpOffered' });
  expect(start(file.store).preferences.get()).toMatchObject({ theme: 'dark', setUpOffered: true });
  expect(start(file.store).nativeTheme.themeSource).toBe('dark');
});

function system(platform: string) {
  const folder = mkdtempSync(join(tmpdir(), 'ringdesk-autostart-'));
  const set: unknown[] = [];
  const app: StartWithSystemDeps['app'] = {
    getPath: () => folder,
    setLoginItemSettings: (settings) => void set.push(settings),
    getLoginItemSettings: () => ({
      openAtLogin: set.length > 0,
      executableWillLaunchAtLogin: false,
      wasOpenedAtLogin: false,
      status: 'enabled',
      launchItems: [],
    }),
  };
  const command = ['/opt/Ringdesk/ringdesk'];
  const file = join(folder, 'autostart', 'com.ringdesk.desktop.desktop');
  return { set, file, startWithSystem: createStartWithSystem({ platform, app, command }) };
}

test('keys of the window are kept', () => {
  const { file, preferences } = start();
  preferences.change({ kind: 'callKey', action: 'mute', keys: 'CommandOrControl+M' });
  const { callKeys } = start(file.store).preferences.get();
  expect(callKeys).toEqual({ mute: 'CommandOrControl+M', end: 'F9' });
});

test('on Linux an autostart entry comes and goes, and one that the desktop switched off is off', () => {
  const { file, startWithSystem } = system('linux');
  expect(startWithSystem.isOn()).toBe(false);
  startWithSystem.set(true);
  expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/Ringdesk/ringdesk" "--hidden"\n');
  expect(startWithSystem.isOn()).toBe(true);
  writeFileSync(file, readFileSync(file, 'utf8').replace('enabled=true', 'enabled=false'));
  expect(startWithSystem.isOn()).toBe(false);
  startWithSystem.set(false);
  startWithSystem.set(false);
  expect(existsSync(file)).toBe(false);
});

test.each(['darwin', 'win32'])('on %s it is a login item that starts into the tray', (platform) => {
  const { set, startWithSystem } = system(platform);
  startWithSystem.set(true);
  expect(set).toEqual([{ openAtLogin: true, args: ['--hidden'] }]);
  expect(startWithSystem.isOn()).toBe(true);
});

test('where nothing is known of the system, it cannot be arranged', () => {
  expect(system('freebsd').startWithSystem.isOn()).toBeNull();
});

test('law: whatever a path holds, the entry starts exactly that', () => {
  const path = fc.string({ unit: fc.constantFrom(...'ab /\\"`$%\'é'), minLength: 1 });
  fc.assert(
    fc.property(path, (word) => {
      const entry = autostartEntry([word]);
      expect(isSwitchedOn(entry)).toBe(true);
      const value = /^Exec=(.*)$/m.exec(entry)?.[1] ?? '';
      const unescaped = value.replaceAll('\\\\', '\\');
      expect(
        unescaped
          .slice(1, -1)
          .replace(/\\(["`$\\])/g, '$1')
          .replaceAll('%%', '%'),
      ).toBe(word);
    }),
  );
});
