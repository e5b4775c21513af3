import type { ChosenDevice, Device } from '../../../src/contract/window/voice.ts';
import type { ComboOption } from '../../kit/combo.tsx';

const systemDefault = 'default';

/**
 * The devices to choose from, the system's choice first and with the name of what it is now. Browsers hide names until a microphone was
 * allowed once; a nameless device gets a number. What is in use stays in the list even after it was unplugged, so that the choice is
 * never blank.
 */
export function deviceOptions(devices: readonly Device[], inUse: string, kind: string): ComboOption[] {
  const named = devices.filter((device) => device.deviceId !== systemDefault && device.deviceId !== '');
  const options = named.map((device, index) => ({
    id: device.deviceId,
    text: device.label === '' ? `${kind} ${index + 1}` : device.label,
  }));
  const name = defaultName(devices, named);
  options.unshift({ id: systemDefault, text: name === '' ? 'System default' : `${name} (default)` });
  if (!options.some((option) => option.id === inUse)) options.push({ id: inUse, text: `${kind} in use` });
  return options;
}

/** Chromium calls it "Default - Jabra Evolve2 65", in the language of the system; the device itself has the bare name. */
function defaultName(devices: readonly Device[], named: readonly Device[]): string {
  const label = devices.find((device) => device.deviceId === systemDefault)?.label ?? '';
  return named.find((device) => device.label !== '' && label.endsWith(device.label))?.label ?? label;
}

/** What is remembered of a choice; null follows the system. */
export function chosenDevice(devices: readonly Device[], id: string): ChosenDevice {
  if (id === systemDefault) return null;
  return { deviceId: id, label: devices.find((device) => device.deviceId === id)?.label ?? '' };
}
