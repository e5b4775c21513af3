import { contextBridge } from 'electron';
import type { VoiceBridge } from '../../src/contract/window/bridge.ts';
import { listen, send } from './calls.ts';

const bridge = {
  onCommand: (listener) => listen('voice:command', listener),
  emit: (event) => send('voice:event', event),
} satisfies VoiceBridge;

contextBridge.exposeInMainWorld('ringdeskVoice', bridge);
