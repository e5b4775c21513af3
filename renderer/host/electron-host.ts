import type { SoftphoneBridge } from '../../src/contract/window/bridge.ts';
import { type Host, ownNotices } from './host.ts';

declare global {
  interface Window {
    /** Set by the preload of Electron's softphone window. */
    ringdesk?: SoftphoneBridge;
  }
}

/** The desk lives in Electron's main process; this window only mirrors it. */
export function createElectronHost(bridge: SoftphoneBridge): Host {
  return {
    kind: 'electron',
    platform: bridge.platform,
    getView: () => bridge.getView(),
    onView: (listener) => bridge.onView(listener),
    onLevels: (listener) => bridge.onLevels(listener),
    command: (command) => bridge.command(command),
    listHistory: (query) => bridge.listHistory(query),
    customers: {
      list: (query) => bridge.listCustomers(query),
      open: (customerId) => bridge.openCustomer(customerId),
      edit: (edit) => bridge.editCustomer(edit),
      colleagues: (customerId) => bridge.listColleagues(customerId),
      planAsk: (asked) => bridge.planAsk(asked),
      ask: (asked) => bridge.askPermission(asked),
      text: (asked) => bridge.sendText(asked),
      invite: (asked) => bridge.inviteToCall(asked),
      templates: (asked) => bridge.templatesToSend(asked),
      template: (asked) => bridge.sendTemplate(asked),
      markRead: (asked) => bridge.markRead(asked),
      quickReplies: () => bridge.quickReplies(),
    },
    templates: {
      list: () => bridge.listTemplates(),
      sync: () => bridge.syncTemplates(),
      create: (asked) => bridge.createTemplate(asked),
    },
    notices: { ...ownNotices, test: () => bridge.testNotice() },
    placeShown: (place) => bridge.placeShown(place),
    drawingFailed: (failure) => bridge.drawingFailed(failure),
    onLosses: (listener) => {
      void bridge.getLosses().then(listener);
      return bridge.onLosses(listener);
    },
    putLossAway: (code) => bridge.putLossAway(code),
    onShortcuts: (listener) => {
      void bridge.getShortcuts().then(listener);
      return bridge.onShortcuts(listener);
    },
    changeShortcut: (change) => bridge.changeShortcut(change),
    connectHeadset: null,
    measureRelay: () => bridge.measureRelay(),
    signInToProxy: (signIn) => bridge.signInToProxy(signIn),
    about: () => bridge.about(),
    saveLog: () => bridge.saveLog(),
    preferences: {
      get: () => bridge.getPreferences(),
      onChange: (listener) => bridge.onPreferences(listener),
      change: (change) => bridge.changePreferences(change),
    },
    onWantedPlace: (listener) => {
      const take = () =>
        void bridge.takeWantedPlace().then((wanted) => {
          if (wanted !== null) listener(wanted);
        });
      take();
      return bridge.onWantedPlace(take);
    },
    copy: (text) => navigator.clipboard.writeText(text),
  };
}
