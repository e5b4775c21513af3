import type { ChosenDevice, Device } from '../../src/contract/window/voice.ts';
import type { MicrophoneProof } from '../../src/domain/readiness/readiness.ts';
import type { DeviceLists } from './devices.ts';
import { hearsAnything } from './hears-anything.ts';
import { openMicrophone } from './microphone.ts';

/** Sound as the hardware gives it: what cleans it up may make silence of a quiet room. */
const raw = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

const listenMs = 300;

/** How the failures of opening a microphone count as a proof. */
const found: Record<string, MicrophoneProof> = {
  'microphone.denied': 'denied',
  'microphone.none': 'missing',
  'microphone.busy': 'busy',
};

type Test = {
  /** The browser asks whoever sits there. In Electron nobody is asked; there the system may refuse. */
  asksPeople: boolean;
  listen: boolean;
  ask: boolean;
  known: MicrophoneProof;
  /** Ends the listening early, because a call wants the microphone. */
  stop: AbortSignal;
};

/**
 * Says how the microphone stands without a call: by permission and list alone, or by opening it for some 300 ms.
 */
export async function proveMicrophone(
  chosen: ChosenDevice,
  microphones: Device[],
  { asksPeople, listen, ask, known, stop }: Test,
): Promise<MicrophoneProof> {
  if (navigator.mediaDevices === undefined) return 'failed';
  const permission = asksPeople ? await microphonePermission() : 'granted';
  if (permission === 'denied') return 'denied';
  if (permission === 'prompt' && !ask) return 'unasked';
  if (!listen) return known;
  const opened = await openMicrophone(chosen, microphones, raw);
  if (!opened.ok) return found[opened.problem.code] ?? 'failed';
  try {
    const heard = await hearsAnything(opened.track, listenMs, stop);
    if (heard) return 'ok';
    return stop.aborted ? known : 'silent';
  } finally {
    opened.track.stop();
  }
}

async function microphonePermission(): Promise<PermissionState> {
  const status = await navigator.permissions?.query({ name: 'microphone' }).catch(() => null);
  return status?.state ?? 'granted';
}

/** Whether there is anything to hear with. A browser that lists no outputs at all (Firefox) plays all the same. */
export function hasOutput({ speakers }: DeviceLists): boolean {
  return speakers.length > 0 || !('setSinkId' in HTMLMediaElement.prototype) || !('AudioContext' in window);
}
