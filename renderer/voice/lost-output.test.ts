import { expect, test } from 'vitest';
import type { Device } from '../../src/contract/window/voice.ts';
import { createLostOutput } from './lost-output.ts';

const headset = { deviceId: 'a1', label: 'Headset' };
const builtIn = { deviceId: 'b2', label: 'Built-in' };
const defaultIs = ({ label }: Device) => ({ deviceId: 'default', label: `Default - ${label}` });
const microphones = [{ deviceId: 'm', label: 'Microphone' }];
const lists = (...speakers: Device[]) => ({ microphones, speakers });
const both = lists(defaultIs(headset), headset, builtIn);
const unplugged = lists(defaultIs(builtIn), builtIn);

function story() {
  const said: (string | null)[] = [];
  return { said, output: createLostOutput((why) => said.push(why?.code ?? null)) };
}

test('the chosen output is unplugged, and plugged in again under another id', () => {
  const { said, output } = story();
  output.look('a1', both, unplugged);
  expect(said).toEqual(['speaker.switched']);
  output.look('default', unplugged, lists(defaultIs(builtIn), builtIn, { ...headset, deviceId: 'a9' }));
  expect(said).toEqual(['speaker.switched', null]);
});

test('the system’s default was the device that is unplugged', () => {
  const { said, output } = story();
  output.look('default', both, unplugged);
  expect(said).toEqual(['speaker.switched']);
});

test('nothing is left to hear with', () => {
  const { said, output } = story();
  output.look('a1', lists(headset), lists());
  expect(said).toEqual(['speaker.unplugged']);
});

test('devices that nobody hears the customer on may come and go', () => {
  const { said, output } = story();
  output.look('b2', both, unplugged);
  output.look('default', unplugged, both);
  output.look('default', lists({ deviceId: 'default', label: 'Default' }, headset), lists());
  expect(said).toEqual([]);
});

test('a system that does not list its devices for once has lost none', () => {
  const { said, output } = story();
  output.look('a1', both, { microphones: [], speakers: [] });
  output.look('default', { microphones: [], speakers: [] }, both);
  expect(said).toEqual([]);
});

test('what was said is taken back when another one is chosen, and only then', () => {
  const { said, output } = story();
  output.forget();
  output.look('a1', both, unplugged);
  output.forget();
  output.forget();
  expect(said).toEqual(['speaker.switched', null]);
});
