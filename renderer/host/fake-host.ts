import type { CallRecord } from '../../src/contract/desk/socket.ts';
import type { Preferences } from '../../src/contract/window/preferences.ts';
import { usualCallKeys } from '../../src/contract/window/shortcuts.ts';
import type { DeskCommand, DeskView, Levels } from '../../src/contract/window/view.ts';
import { type Host, ownNotices } from './host.ts';

/** A host without a desk, for the page of parts and for tests: it shows a view and remembers what it was asked. */
export type FakeHost = Host & {
  show(view: DeskView): void;
  speak(levels: Levels): void;
  commands: DeskCommand[];
  /** What could not be drawn so far. */
  failures: string[];
};

/** A company that knows nobody. */
const noCustomers: Host['customers'] = {
  list: async () => ({ customers: [], more: false, tags: [] }),
  edit: async () => {},
  colleagues: async () => [],
  open: async () => Promise.reject(new Error('This customer is not known on your numbers.')),
  planAsk: async () => ({ by: 'nothing', sentence: 'Nobody can be asked here.' }),
  ask: async () => {},
  text: async () => {},
  invite: async () => {},
  templates: async () => ({ templates: [], problem: 'Nobody can be written to here.' }),
  template: async () => {},
  markRead: async () => {},
  quickReplies: async () => [],
};

const noTemplates = { templates: [], accounts: [], mayCreate: false, problem: null };

export function createFakeHost(
  first: DeskView,
  calls: readonly CallRecord[] = [],
  parts: Partial<Host> = {},
): FakeHost {
  let view = first;
  const viewers = new Set<(view: DeskView) => void>();
  const listeners = new Set<(levels: Levels) => void>();
  let preferences: Preferences = {
    theme: 'system',
    startsWithSystem: false,
    setUpOffered: true,
    callKeys: { ...usualCallKeys },
  };
  const preferers = new Set<(preferences: Preferences) => void>();
  const commands: DeskCommand[] = [];
  const failures: string[] = [];
  const subscribe = <T>(set: Set<T>, listener: T) => {
    set.add(listener);
    return () => {
      set.delete(listener);
    };
  };
  return {
    kind: 'browser',
    platform: 'web',
    getView: async () => view,
    onView: (listener) => subscribe(viewers, listener),
    onLevels: (listener) => subscribe(listeners, listener),
    command: async (command) => {
      commands.push(command);
    },
    listHistory: async ({ before, limit = 50, search = '', customerId }) => {
      const words = search.toLocaleLowerCase();
      const found = calls.filter(
        (call) =>
          (before === undefined || call.calledAt < before) &&
          (customerId === undefined || call.customer.id === customerId) &&
          JSON.stringify([call.customer, call.outcome]).toLocaleLowerCase().includes(words),
      );
      return { calls: found.slice(0, limit), more: found.length > limit };
    },
    customers: noCustomers,
    templates: {
      list: async () => noTemplates,
      sync: async () => noTemplates,
      create: async () => Promise.reject(new Error('No template can be made here.')),
    },
    notices: ownNotices,
    placeShown: () => {},
    drawingFailed: ({ part }) => {
      failures.push(part);
    },
    onLosses: () => () => {},
    putLossAway: () => {},
    onShortcuts: () => () => {},
    changeShortcut: async () => {},
    connectHeadset: null,
    measureRelay: async () => ({
      roundTripMs: 24,
      transport: 'websocket',
      way: { by: 'direct', proxy: null, issuer: null },
    }),
    signInToProxy: async () => {},
    about: async () => ({
      version: '0.1.0',
      runtimes: [{ name: 'Chromium', version: '146' }],
      deskName: 'DESK-14',
      system: 'linux',
    }),
    saveLog: async () => 'saved',
    preferences: {
      get: async () => preferences,
      onChange: (listener) => subscribe(preferers, listener),
      change: async (change) => {
        if (change.kind === 'theme') preferences = { ...preferences, theme: change.theme };
        else if (change.kind === 'callKey')
          preferences = { ...preferences, callKeys: { ...preferences.callKeys, [change.action]: change.keys } };
        else if (change.kind === 'setUpOffered') preferences = { ...preferences, setUpOffered: true };
        else preferences = { ...preferences, startsWithSystem: change.on };
        for (const preferer of preferers) preferer(preferences);
      },
    },
    onWantedPlace: () => () => {},
    copy: async () => {},
    ...parts,
    show: (next) => {
      view = next;
      for (const viewer of viewers) viewer(next);
    },
    speak: (levels) => {
      for (const listener of listeners) listener(levels);
    },
    commands,
    failures,
  };
}
