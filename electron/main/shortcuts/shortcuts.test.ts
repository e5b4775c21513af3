import { expect, test } from 'vitest';
import type { ShortcutAction, ShortcutView } from '../../../src/contract/window/shortcuts.ts';
import { call, listeningLog, readyView, ring } from '../testing/samples.ts';
import { Shortcuts } from './shortcuts.ts';
import { type ShortcutCommand, wantedShortcuts } from './wanted.ts';

/** A desktop with keys: some are another program's, some do not exist. */
function desktop(accelerators: Partial<Record<ShortcutAction, string>>, taken: string[] = []) {
  const held = new Map<string, () => void>();
  const sent: ShortcutCommand[] = [];
  const kept: Record<ShortcutAction, string | null> = {
    mute: null,
    answer: null,
    end: null,
    show: null,
    ...accelerators,
  };
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
    settings: {
      shortcuts: kept,
      keepShortcut: (action, keys) => {
        kept[action] = keys;
      },
    },
    command: (command) => void sent.push(command),
    changed: (view) => void told.push(view),
    platform: 'linux',
    log,
  });
  return { held, sent, told, log, shortcuts, kept };
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
  const [mute, , end] = told.at(-1) ?? [];
  expect([mute, end]).toMatchObject([{ keys: 'Control+M', status: 'resting', problem: null }, { status: 'resting' }]);
  shortcuts.render({ ...readyView, call });
  shortcuts.render({ ...readyView, call });
  expect(told).toHaveLength(2);
  expect(told.at(-1)).toMatchObject([
    { status: 'refused', problem: { code: 'shortcut.taken', sentence: 'Ctrl+M is used by another program.' } },
    { action: 'answer', keys: null },
    { status: 'refused', problem: { code: 'shortcut.invalid' } },
    { action: 'show', keys: null },
  ]);
  expect(log.lines.map(({ facts }) => facts.code)).toEqual(['shortcut.taken', 'shortcut.invalid']);
  taken.length = 0;
  shortcuts.render(readyView);
  shortcuts.render({ ...readyView, call });
  expect(told.at(-1)).toMatchObject([{ action: 'mute', status: 'on', problem: null }, {}, {}, {}]);
});

test('other keys work at once, and none may be given that another program has', () => {
  const { held, sent, shortcuts, kept } = desktop({ mute: 'F13' }, ['Control+M']);
  shortcuts.render({ ...readyView, call });
  expect(shortcuts.change('mute', 'Control+M')).toMatchObject({ code: 'shortcut.taken' });
  expect([...held.keys()]).toEqual(['F13']);
  expect(shortcuts.change('mute', 'F14')).toBeNull();
  expect([...held.keys()]).toEqual(['F14']);
  held.get('F14')?.();
  expect(sent).toEqual([{ kind: 'setMuted', muted: true }]);
  shortcuts.change('mute', null);
  expect([...held.keys()]).toEqual([]);
  expect(kept.mute).toBeNull();

  shortcuts.render(readyView);
  expect(shortcuts.change('end', 'Control+M')).toMatchObject({ code: 'shortcut.taken' });
  expect(shortcuts.change('end', 'F15')).toBeNull();
  expect([...held.keys()]).toEqual([]);
  shortcuts.change('show', 'F16');
  held.get('F16')?.();
  expect(sent.at(-1)).toEqual({ kind: 'openSoftphone' });
});

test('nothing but the window is wanted while nothing goes on', () => {
  expect(wantedShortcuts(readyView)).toEqual({ show: { kind: 'openSoftphone' } });
});
