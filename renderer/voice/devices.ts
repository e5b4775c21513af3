import type { ChosenDevice, Device } from '../../src/contract/window/voice.ts';

export type DeviceLists = { microphones: Device[]; speakers: Device[] };

/** The system's own choice, which every list begins with. */
const systemDefault: Device = { deviceId: 'default', label: 'System default' };

/** Devices that the system will not list are as good as none: what it calls the default may work all the same. */
export async function listDevices(): Promise<DeviceLists> {
  const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => null)) ?? [];
  return { microphones: devicesOf(all, 'audioinput'), speakers: devicesOf(all, 'audiooutput') };
}

type Found = Pick<MediaDeviceInfo, 'deviceId' | 'label' | 'kind'>;

/**
 * Chromium lists the default and (on Windows) the communications device as devices of their own; only the default is shown.
 * Before the microphone was ever allowed, ids are empty: then there is nothing to choose from.
 */
export function devicesOf(all: Found[], kind: MediaDeviceKind): Device[] {
  const real = all
    .filter((device) => device.kind === kind && device.deviceId !== '' && device.deviceId !== 'communications')
    .map(({ deviceId, label }) => ({ deviceId, label }));
  return real.length === 0 || real.some((device) => device.deviceId === 'default') ? real : [systemDefault, ...real];
}

/** Finds a chosen device again: by its id, else by its label (ids change between boots), else the system's default. */
export function findDevice(chosen: ChosenDevice, devices: Device[]): Device | null {
  if (chosen === null || chosen.deviceId === 'default') return null;
  const byId = devices.find((device) => device.deviceId === chosen.deviceId);
  return byId ?? devices.find((device) => device.label !== '' && device.label === chosen.label) ?? null;
}

/** The chosen device was meant to be a certain one, and it is not here. */
export function isMissing(chosen: ChosenDevice, devices: Device[]): boolean {
  return chosen !== null && chosen.deviceId !== 'default' && findDevice(chosen, devices) === null;
}
