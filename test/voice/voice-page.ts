import { type Browser, chromium } from '@playwright/test';
import type { VoiceBridge } from '../../src/contract/window/bridge.ts';
import type { VoiceCommand, VoiceEvent } from '../../src/contract/window/voice.ts';
import { browserPath, noAddressBar } from '../support/browser.ts';

declare global {
  interface Window {
    ringdeskVoice?: VoiceBridge;
    voiceEvents: VoiceEvent[];
    openedTracks: MediaStreamTrack[];
    tellVoice(command: VoiceCommand): void;
  }
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

/**
 * Chromium with devices that are not real. Without `allowMicrophone` every request for one is refused.
 *
 * @param more flags of this test
 */
export function launchChromium(allowMicrophone: boolean, more: readonly string[] = []): Promise<Browser> {
  const permission = allowMicrophone ? '--use-fake-ui-for-media-stream' : '--deny-permission-prompts';
  return chromium.launch({
    executablePath: browserPath(),
    args: [...flags, noAddressBar, permission, ...more],
  });
}

const count = (kind: string, field: string) => `window.ringdeskVoiceInspector.inspect().getStats().then((stats) =>
  [...(stats?.values() ?? [])].filter((one) => one.type === '${kind}').reduce((sum, one) => sum + one.${field}, 0))`;
const packetsSent = count('outbound-rtp', 'packetsSent');
const packetsReceived = count('inbound-rtp', 'packetsReceived');

/** Opens the voice page as Electron would: with a bridge, and nothing else. */
export async function openVoicePage(browser: Browser, url: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const listeners = new Set<(command: VoiceCommand) => void>();
    const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await getUserMedia(constraints);
      window.openedTracks.push(...stream.getTracks());
      return stream;
    };
    window.openedTracks = [];
    window.voiceEvents = [];
    window.tellVoice = (command) => {
      for (const listener of listeners) listener(command);
    };
    window.ringdeskVoice = {
      onCommand(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      emit: (event) => window.voiceEvents.push(event),
    };
  });
  await page.goto(url);
  return {
    page,
    send: (command: VoiceCommand) => page.evaluate((told) => window.tellVoice(told), command),
    events: () => page.evaluate(() => window.voiceEvents),
    /** Every track that was ever opened and is not stopped. */
    openTracks: () => page.evaluate(() => window.openedTracks.filter((track) => track.readyState === 'live').length),
    packetsSent: () => page.evaluate<number>(packetsSent),
    packetsReceived: () => page.evaluate<number>(packetsReceived),
    inspect: () =>
      page.evaluate<{ callId: string | null; microphoneOpen: boolean }>(
        '(({ callId, microphoneOpen }) => ({ callId, microphoneOpen }))(window.ringdeskVoiceInspector.inspect())',
      ),
    close: () => context.close(),
  };
}
export type VoicePage = Awaited<ReturnType<typeof openVoicePage>>;
