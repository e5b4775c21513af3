import { contextBridge } from 'electron';
import type { CardBridge } from '../../src/contract/window/bridge.ts';
import { invoke, listen } from './calls.ts';

const bridge = {
  getCard: () => invoke('card:get', null),
  onCard: (listener) => listen('card:changed', listener),
  onLevels: (listener) => listen('levels:changed', listener),
  command: async (command) => {
    await invoke('card:command', command);
  },
} satisfies CardBridge;

contextBridge.exposeInMainWorld('ringdeskCard', bridge);
