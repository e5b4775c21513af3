import { contextBridge } from 'electron';
import type { SoftphoneBridge } from '../../src/contract/window/bridge.ts';
import { invoke, listen, send } from './calls.ts';

const bridge = {
  getView: () => invoke('view:get', null),
  onView: (listener) => listen('view:changed', listener),
  onLevels: (listener) => listen('levels:changed', listener),
  command: async (command) => {
    await invoke('desk:command', command);
  },
  listHistory: (query) => invoke('history:list', query),
  listCustomers: (query) => invoke('customers:list', query),
  openCustomer: (customerId) => invoke('customers:open', { customerId }),
  editCustomer: async (edit) => {
    await invoke('customers:edit', edit);
  },
  listColleagues: (customerId) => invoke('customers:colleagues', { customerId }),
  planAsk: (asked) => invoke('customers:planAsk', asked),
  listTemplates: () => invoke('templates:list', null),
  syncTemplates: () => invoke('templates:sync', null),
  createTemplate: (asked) => invoke('templates:create', asked),
  askPermission: async (asked) => {
    await invoke('customers:ask', asked);
  },
  sendText: async (asked) => {
    await invoke('customers:text', asked);
  },
  inviteToCall: async (asked) => {
    await invoke('customers:invite', asked);
  },
  templatesToSend: (asked) => invoke('customers:templates', asked),
  sendTemplate: async (asked) => {
    await invoke('customers:template', asked);
  },
  markRead: async (asked) => {
    await invoke('customers:read', asked);
  },
  quickReplies: () => invoke('customers:quickReplies', null),
  getLosses: () => invoke('losses:get', null),
  onLosses: (listener) => listen('losses:changed', listener),
  putLossAway: (code) => send('losses:putAway', code),
  getShortcuts: () => invoke('shortcuts:get', null),
  onShortcuts: (listener) => listen('shortcuts:changed', listener),
  changeShortcut: async (change) => {
    await invoke('shortcuts:change', change);
  },
  takeWantedPlace: () => invoke('place:take', null),
  onWantedPlace: (listener) => listen('place:wanted', listener),
  placeShown: (place) => send('place:shown', place),
  drawingFailed: (failure) => send('drawing:failed', failure),
  getPreferences: () => invoke('preferences:get', null),
  changePreferences: async (change) => {
    await invoke('preferences:change', change);
  },
  onPreferences: (listener) => listen('preferences:changed', listener),
  measureRelay: () => invoke('relay:measure', null),
  signInToProxy: async (signIn) => {
    await invoke('proxy:signIn', signIn);
  },
  testNotice: () => invoke('notice:test', null),
  about: () => invoke('about:get', null),
  saveLog: () => invoke('log:save', null),
  platform: process.platform,
} satisfies SoftphoneBridge;

contextBridge.exposeInMainWorld('ringdesk', bridge);
