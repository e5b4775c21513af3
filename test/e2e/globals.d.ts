import type { Voice } from '../../renderer/voice/voice.ts';

declare global {
  interface Window {
    ringdeskVoiceInspector?: Voice;
  }
}
