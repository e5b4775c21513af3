import type { Problem } from '../../src/contract/desk/words.ts';
import type { Device } from '../../src/contract/window/voice.ts';
import { problem } from '../../src/desk/sentences.ts';
import type { DeviceLists } from './devices.ts';

/**
 * Says when the output of a call was unplugged, and null when that is over. The sound goes on at the system's default without a
 * word of the browser's: whoever wears the headset would only hear nothing.
 */
export function createLostOutput(say: (why: Problem | null) => void) {
  let lost: Device | null = null;

  function forget(): void {
    if (lost === null) return;
    lost = null;
    say(null);
  }

  return {
    /** @param inUse the id of what the customer was heard on until the devices changed */
    look(inUse: string, before: DeviceLists, after: DeviceLists): void {
      if (lost !== null && isAmong(lost, after.speakers)) forget();
      const heardOn = outputBehind(inUse, before.speakers);
      if (heardOn === null || isAmong(heardOn, after.speakers) || isUnknown(after)) return;
      lost = heardOn;
      say(problem(after.speakers.length === 0 ? 'speaker.unplugged' : 'speaker.switched'));
    },
    /** Another one was chosen, or the call is over. */
    forget,
  };
}

/** Behind the system's default stands the device whose name it bears ("Default - Jabra Evolve2 65"); null where it bears none. */
function outputBehind(inUse: string, speakers: readonly Device[]): Device | null {
  const used = speakers.find((device) => device.deviceId === inUse) ?? null;
  if (used === null || inUse !== 'default') return used;
  const named = speakers.filter((device) => device.deviceId !== 'default' && device.label !== '');
  return named.find((device) => used.label.endsWith(device.label)) ?? null;
}

/** Ids change when a device is plugged in again. */
function isAmong({ deviceId, label }: Device, devices: readonly Device[]): boolean {
  return devices.some((device) => device.deviceId === deviceId || (label !== '' && device.label === label));
}

/** A system that lists nothing at all has not lost everything: it does not tell. */
function isUnknown({ microphones, speakers }: DeviceLists): boolean {
  return microphones.length === 0 && speakers.length === 0;
}
