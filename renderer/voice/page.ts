import type { VoiceBridge } from '../../src/contract/window/bridge.ts';
import { createVoice } from './voice.ts';

/** The hidden page: connects the voice to the main process and shows it to whoever diagnoses a call. */
const page: Window & { ringdeskVoice?: VoiceBridge | undefined } = window;

const voice = createVoice({ asksPeople: false });
Object.assign(window, { ringdeskVoiceInspector: voice });
const bridge = page.ringdeskVoice;
if (bridge !== undefined) {
  bridge.onCommand(voice.send);
  voice.listen(bridge.emit);
}
