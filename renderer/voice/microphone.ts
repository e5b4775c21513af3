import type { Problem } from '../../src/contract/desk/words.ts';
import type { ChosenDevice, Device } from '../../src/contract/window/voice.ts';
import { problem } from '../../src/desk/sentences.ts';
import { findDevice, isMissing } from './devices.ts';

export type OpenedMicrophone =
  | { ok: true; track: MediaStreamTrack /** The chosen one was not there. */; replaced: boolean }
  | { ok: false; problem: Problem };

const processing = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/**
 * Opens the chosen microphone, else the one with its label, else the system's default.
 *
 * @param microphones as they were listed last: listing them anew takes the time in which the customer waits
 */
export async function openMicrophone(
  chosen: ChosenDevice,
  microphones: Device[],
  sound: MediaTrackConstraints = processing,
): Promise<OpenedMicrophone> {
  if (navigator.mediaDevices === undefined) return { ok: false, problem: problem('microphone.insecure') };
  const device = findDevice(chosen, microphones);
  try {
    if (device !== null) {
      const track = await openExactly(device.deviceId, sound);
      if (track !== null) return { ok: true, track, replaced: false };
    }
    const track = await open(sound);
    return { ok: true, track, replaced: device !== null || isMissing(chosen, microphones) };
  } catch (error) {
    return { ok: false, problem: whyNot(error) };
  }
}

/** Null when just this device went away or is held; the next best one may do. A refusal holds for all of them. */
async function openExactly(deviceId: string, sound: MediaTrackConstraints): Promise<MediaStreamTrack | null> {
  try {
    return await open({ ...sound, deviceId: { exact: deviceId } });
  } catch (error) {
    if (nameOf(error) === 'NotAllowedError') throw error;
    return null;
  }
}

async function open(which: MediaTrackConstraints): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: which });
  const [track] = stream.getAudioTracks();
  if (track === undefined) throw new DOMException('no audio track', 'NotFoundError');
  return track;
}

function nameOf(error: unknown): string {
  return error instanceof DOMException ? error.name : '';
}

/** https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia */
function whyNot(error: unknown): Problem {
  switch (nameOf(error)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return problem('microphone.denied');
    case 'NotFoundError':
    case 'OverconstrainedError':
      return problem('microphone.none');
    case 'NotReadableError':
    case 'AbortError':
      return problem('microphone.busy');
    default:
      return problem('microphone.failed');
  }
}
