import { expect, test } from 'vitest';
import { chosenDevice, deviceOptions } from './device-options.ts';

const headset = { deviceId: 'h1', label: 'Jabra Evolve2 65' };

test("the system's choice comes first and is there once", () => {
  const devices = [{ deviceId: 'default', label: 'Default - Jabra Evolve2 65' }, headset];
  expect(deviceOptions(devices, 'h1', 'Microphone')).toEqual([
    { id: 'default', text: 'Jabra Evolve2 65 (default)' },
    { id: 'h1', text: 'Jabra Evolve2 65' },
  ]);
});

test('devices without a name are numbered, and one that is gone stays chosen', () => {
  expect(deviceOptions([{ deviceId: 'a', label: '' }], 'gone', 'Speaker').map((option) => option.text)).toEqual([
    'System default',
    'Speaker 1',
    'Speaker in use',
  ]);
});

test('a choice is remembered with its label, the default as nothing', () => {
  expect(chosenDevice([headset], 'h1')).toEqual(headset);
  expect(chosenDevice([headset], 'default')).toBeNull();
});
