import { expect, test } from 'vitest';
import type { ShortcutAction, ShortcutView } from '../../../src/contract/window/shortcuts.ts';
import type { DeskCommand } from '../../../src/contract/window/view.ts';
import { call, listeningLog, readyView, ring } from '../testing/samples.ts';
import { keysInWords } from './keys-in-words.ts';
import { Shortcuts } from './shortcuts.ts';
import { wantedShortcuts } from './wanted.ts';

/** A desktop with keys: some are another program's, some do not exist. */
function desktop(accelerators: Partial<Record<ShortcutAction, string>>, taken: string[] = []) {
  const held = new Map<string, () => void>();
  const sent: DeskCommand[] = [];
  const told: ShortcutView[][] = [];
  const log = listeningLog();
  const shortcuts = new Shortcuts({
    globalShortcut: {
      register: (keys, press) => {
        if (keys === 'Nonsense') throw new TypeError('conversion failure');
        if (taken.includes(keys)) return false;
        held.set(keys, press);
        return true;
      },
      unregister: (keys) => void held.delete(keys),
    },
    accelerators: { mute: null, answer: null, end: null, ...accelerators },
    command: (command) => void sent.push(command),
    changed: (view) => void told.push(view),
    platform: 'linux',
    log,
  });
  return { held, sent, told, log, shortcuts };
}

test('keys are held only while there is something that they act on', () => {
  const { held, shortcuts } = desktop({ mute: 'F13', answer: 'F14', end: 'F15' });
  const holds = () => [...held.keys()];
  shortcuts.render(readyView);
  expect(holds()).toEqual([]);
  shortcuts.render({ ...readyView, ring });
  expect(holds()).toEqual(['F14']);
  shortcuts.render({ ...readyView, ring: { ...ring, answering: true } });
  expect(holds()).toEqual([]);
  shortcuts.render({ ...readyView, call });
  expect(holds()).toEqual(['F13', 'F15']);
  shortcuts.render({ ...readyView, call: { ...call, phase: 'ending' } });
  expect(holds()).toEqual([]);
});

test('a press acts on the call as it is by then', () => {
  const { held, sent, shortcuts } = desktop({ mute: 'F13' });
  shortcuts.render({ ...readyView, call });
  held.get('F13')?.();
  shortcuts.render({ ...readyView, call: { ...call, muted: true } });
  held.get('F13')?.();
  expect(sent).toEqual([
    { kind: 'setMuted', muted: true },
    { kind: 'setMuted', muted: false },
  ]);
});

test('one key may answer and mute: the ring gives it up before the call takes it', () => {
  const { held, sent, shortcuts } = desktop({ mute: 'F13', answer: 'F13' });
  shortcuts.render({ ...readyView, ring });
  shortcuts.render({ ...readyView, call });
  held.get('F13')?.();
  expect(sent).toEqual([{ kind: 'setMuted', muted: true }]);
});

test('keys that cannot be had are said, to the person and to the log, and are tried again with the next call', () => {
  const taken = ['Control+M'];
  const { told, log, shortcuts } = desktop({ mute: 'Control+M', end: 'Nonsense' }, taken);
  shortcuts.render(readyView);
  expect(told.at(-1)).toMatchObject([{ keys: 'Ctrl+M', status: 'resting', problem: null }, { status: 'resting' }]);
  shortcuts.render({ ...readyView, call });
  shortcuts.render({ ...readyView, call });
  expect(told).toHaveLength(2);
  expect(told.at(-1)).toMatchObject([
    { status: 'refused', problem: { code: 'shortcut.taken', sentence: 'Ctrl+M is used by another program.' } },
    { status: 'refused', problem: { code: 'shortcut.invalid' } },
  ]);
  expect(log.lines.map(({ facts }) => facts.code)).toEqual(['shortcut.taken', 'shortcut.invalid']);
  taken.length = 0;
  shortcuts.render(readyView);
  shortcuts.render({ ...readyView, call });
  expect(told.at(-1)).toMatchObject([{ action: 'mute', status: 'on', problem: null }, { action: 'end' }]);
});

test('nothing is wanted while nothing goes on', () => {
  expect(wantedShortcuts(readyView)).toEqual({});
});

test.each([
  ['CommandOrControl+Shift+M', 'linux', 'Ctrl+Shift+M'],
  ['CommandOrControl+Shift+M', 'darwin', 'Cmd+Shift+M'],
  ['Alt+F9', 'darwin', 'Option+F9'],
  ['Super+J', 'win32', 'Super+J'],
])('%s on %s is %s', (accelerator, platform, words) => {
  expect(keysInWords(accelerator, platform)).toBe(words);
});
