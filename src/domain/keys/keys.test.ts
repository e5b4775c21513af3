import { expect, test } from 'vitest';
import { judgeKeys, type KeyUse } from './judge-keys.ts';
import { keysInWords } from './keys-in-words.ts';
import { keysPressed } from './pressed.ts';

const press = (key: string, code: string, modifiers = '') => ({
  key,
  code,
  ctrlKey: modifiers.includes('c'),
  altKey: modifiers.includes('a'),
  shiftKey: modifiers.includes('s'),
  metaKey: modifiers.includes('m'),
});

test.each([
  [press('F8', 'F8'), 'linux', 'F8'],
  [press('m', 'KeyM', 'c'), 'linux', 'CommandOrControl+M'],
  [press('M', 'KeyM', 'cs'), 'win32', 'CommandOrControl+Shift+M'],
  [press('m', 'KeyM', 'm'), 'darwin', 'CommandOrControl+M'],
  [press('m', 'KeyM', 'c'), 'darwin', 'Control+M'],
  [press('m', 'KeyM', 'm'), 'win32', 'Super+M'],
  // A German keyboard: Z lies where Y is elsewhere, and Shift+1 is another sign.
  [press('z', 'KeyY', 'c'), 'linux', 'CommandOrControl+Z'],
  [press('!', 'Digit1', 'cs'), 'linux', 'CommandOrControl+Shift+1'],
  // Option makes other letters on a Mac; a Cyrillic layout has its own.
  [press('®', 'KeyR', 'a'), 'darwin', 'Alt+R'],
  [press('ь', 'KeyM', 'c'), 'linux', 'CommandOrControl+M'],
  [press('ArrowUp', 'ArrowUp', 'ca'), 'linux', 'CommandOrControl+Alt+Up'],
  [press(' ', 'Space', 'c'), 'linux', 'CommandOrControl+Space'],
  [press('Shift', 'ShiftLeft', 's'), 'linux', null],
  [press('Control', 'ControlLeft', 'c'), 'linux', null],
  [press('Dead', 'BracketLeft', 'c'), 'linux', null],
  [press('AudioVolumeUp', 'AudioVolumeUp'), 'linux', null],
])('%o on %s is %s', (pressed, platform, keys) => {
  expect(keysPressed(pressed, platform)).toBe(keys);
});

const uses: KeyUse[] = [
  { name: 'Mute', scope: 'window', action: 'mute', keys: 'F8' },
  { name: 'End call', scope: 'window', action: 'end', keys: 'F9' },
  { name: 'Mute from any program', scope: 'everywhere', action: 'mute', keys: 'CommandOrControl+Shift+M' },
  { name: 'Answer from any program', scope: 'everywhere', action: 'answer', keys: null },
];

test.each([
  ['F8', 'window', 'mute', { status: 'fit' }],
  ['F9', 'window', 'mute', { status: 'taken', another: 'End call' }],
  ['F9', 'everywhere', 'mute', { status: 'taken', another: 'End call' }],
  ['F9', 'everywhere', 'end', { status: 'fit' }],
  ['CommandOrControl+Shift+M', 'everywhere', 'answer', { status: 'fit' }],
  ['CommandOrControl+Shift+M', 'everywhere', 'show', { status: 'taken', another: 'Mute from any program' }],
  ['M', 'window', 'mute', { status: 'unfit', reason: 'types' }],
  ['Shift+M', 'everywhere', 'mute', { status: 'unfit', reason: 'types' }],
  ['Delete', 'window', 'end', { status: 'unfit', reason: 'types' }],
  ['CommandOrControl+C', 'everywhere', 'end', { status: 'unfit', reason: 'reserved' }],
  ['Alt+F4', 'everywhere', 'end', { status: 'unfit', reason: 'reserved' }],
] as const)('%s for %s %s: %o', (keys, scope, action, verdict) => {
  expect(judgeKeys(keys, { scope, action }, uses)).toEqual(verdict);
});

test.each([
  ['CommandOrControl+Shift+M', 'linux', 'Ctrl+Shift+M'],
  ['CommandOrControl+Shift+M', 'darwin', 'Cmd+Shift+M'],
  ['Alt+F9', 'darwin', 'Option+F9'],
  ['Super+J', 'win32', 'Super+J'],
])('%s on %s is %s', (accelerator, platform, words) => {
  expect(keysInWords(accelerator, platform)).toBe(words);
});
