import { expect, test } from 'vitest';
import { usualCallKeys } from '../../../src/contract/window/shortcuts.ts';
import type { CallView } from '../../../src/contract/window/view.ts';
import { fakeViews } from '../../host/fake-views.ts';
import { callKeyCommand as commandOf } from './call-keys.ts';

const { onCall, muted, ending } = fakeViews(0);
const press = (key: string, change: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  repeat: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...change,
});

const callKeyCommand = (pressed: ReturnType<typeof press>, call: CallView, keys = usualCallKeys) =>
  commandOf(pressed, call, keys, 'linux');

test('one key mutes and speaks again, one ends', () => {
  expect(callKeyCommand(press('F8'), onCall.call)).toEqual({ kind: 'setMuted', muted: true });
  expect(callKeyCommand(press('F8'), muted.call)).toEqual({ kind: 'setMuted', muted: false });
  expect(callKeyCommand(press('F9'), onCall.call)).toEqual({ kind: 'end', callId: onCall.call.callId });
});

test('a key that is held down, comes with others, or has nothing to end does nothing', () => {
  expect(callKeyCommand(press('F8', { repeat: true }), onCall.call)).toBeNull();
  expect(callKeyCommand(press('F9', { altKey: true }), onCall.call)).toBeNull();
  expect(callKeyCommand(press('F9'), ending.call)).toBeNull();
  expect(callKeyCommand(press('m'), onCall.call)).toBeNull();
});

test('the keys are those that the person chose, and none where they chose none', () => {
  const keys = { mute: 'CommandOrControl+M', end: null };
  expect(callKeyCommand(press('m', { ctrlKey: true }), onCall.call, keys)).toEqual({ kind: 'setMuted', muted: true });
  expect(callKeyCommand(press('F8'), onCall.call, keys)).toBeNull();
  expect(callKeyCommand(press('F9'), onCall.call, keys)).toBeNull();
});
