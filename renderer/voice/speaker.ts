import type { ChosenDevice, Device } from '../../src/contract/window/voice.ts';
import { findDevice } from './devices.ts';

/** Plays the customer on the chosen speaker; it can be changed while they speak. */
export function createSpeaker() {
  const element = new Audio();
  element.autoplay = true;

  /** An empty id is the system's default. */
  async function route(deviceId: string): Promise<void> {
    if (!('setSinkId' in element) || element.sinkId === deviceId) return;
    try {
      await element.setSinkId(deviceId);
    } catch {
      if (deviceId !== '') await route('');
    }
  }

  return {
    play(stream: MediaStream): void {
      element.srcObject = stream;
      // Refused only in a page that nobody has touched; answering is a touch.
      element.play().catch(() => undefined);
    },
    /** Moves to the chosen speaker, or to the default while it is not plugged in. */
    choose: (chosen: ChosenDevice, speakers: Device[]) => route(findDevice(chosen, speakers)?.deviceId ?? ''),
    speakerId: () => ('sinkId' in element && element.sinkId !== '' ? element.sinkId : 'default'),
    stop(): void {
      element.pause();
      element.srcObject = null;
    },
  };
}
export type Speaker = ReturnType<typeof createSpeaker>;
