import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Every track that the browser gave to this page since {@link watchMicrophones}. */
    ringdeskTracks?: MediaStreamTrack[];
  }
}

/** Notes what the browser gives to the page, so that a test need not take the page's word for what it closed. */
export async function watchMicrophones(voice: Page): Promise<void> {
  await voice.evaluate(() => {
    const tracks: MediaStreamTrack[] = [];
    window.ringdeskTracks = tracks;
    const devices = navigator.mediaDevices;
    const getUserMedia = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      const stream = await getUserMedia(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
}

/** How many microphones are open in the page: by the browser's tracks, and by what the voice says of itself. */
export function openMicrophones(voice: Page): Promise<{ live: number; said: boolean }> {
  return voice.evaluate(() => ({
    live: (window.ringdeskTracks ?? []).filter((track) => track.readyState === 'live').length,
    said: window.ringdeskVoiceInspector?.inspect().microphoneOpen ?? false,
  }));
}

export const noMicrophone = { live: 0, said: false };
export const oneMicrophone = { live: 1, said: true };

/**
 * The microphone in use is pulled out, of those that {@link watchMicrophones} saw: its track ends, it cannot be opened again, and the
 * system lists it no more. Chromium's made-up devices stay plugged in for ever, so the page is told what a real one tells.
 */
export async function unplugMicrophone(voice: Page): Promise<void> {
  await voice.evaluate(() => {
    const used = (window.ringdeskTracks ?? []).findLast((track) => track.readyState === 'live');
    const gone = used?.getSettings().deviceId;
    if (used === undefined || gone === undefined) throw new Error('no microphone is open');
    const devices = navigator.mediaDevices;
    const enumerateDevices = devices.enumerateDevices.bind(devices);
    devices.enumerateDevices = async () =>
      (await enumerateDevices()).filter(({ kind, deviceId }) => kind !== 'audioinput' || deviceId !== gone);
    const getUserMedia = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      if (JSON.stringify(constraints).includes(gone)) throw new DOMException('unplugged', 'NotFoundError');
      return getUserMedia(constraints);
    };
    used.dispatchEvent(new Event('ended'));
    devices.dispatchEvent(new Event('devicechange'));
  });
}
