import { expect, test } from 'vitest';
import { fakeViews } from '../../host/fake-views.ts';
import { callKeyCommand } from './call-keys.ts';

const { onCall, muted, ending } = fakeViews(0);
const press = (key: string, change: Partial<KeyboardEvent> = {}) => ({
  key,
  repeat: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...change,
});

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
