import type { ChosenDevice, Device } from '../../../src/contract/window/voice.ts';
import type { ComboOption } from '../../kit/combo.tsx';

const systemDefault = 'default';

/**
 * The devices to choose from, the system's choice first. Browsers hide names until a microphone was allowed once; a nameless device gets
 * a number. What is in use stays in the list even after it was unplugged, so that the choice is never blank.
 */
export function deviceOptions(devices: readonly Device[], inUse: string, kind: string): ComboOption[] {
  const named = devices.filter((device) => device.deviceId !== systemDefault && device.deviceId !== '');
  const options = named.map((device, index) => ({
    id: device.deviceId,
    text: device.label === '' ? `${kind} ${index + 1}` : device.label,
  }));
  options.unshift({ id: systemDefault, text: 'System default' });
  if (!options.some((option) => option.id === inUse)) options.push({ id: inUse, text: `${kind} in use` });
  return options;
}

/** What is remembered of a choice; null follows the system. */
export function chosenDevice(devices: readonly Device[], id: string): ChosenDevice {
  if (id === systemDefault) return null;
  return { deviceId: id, label: devices.find((device) => device.deviceId === id)?.label ?? '' };
}
