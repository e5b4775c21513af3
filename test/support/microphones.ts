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
