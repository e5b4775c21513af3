import type { VoicePort } from '../../src/contract/window/voice.ts';
import { createDesk } from '../../src/desk/desk.ts';
import { hidOf } from '../voice/headset/web-hid.ts';
import { aboutThisPage } from './browser/about.ts';
import { createAnswerNotice } from './browser/answer-notice.ts';
import { createBrowserNotices, createRingNotice } from './browser/notices.ts';
import { paced } from './browser/paced.ts';
import { pageTitle } from './browser/page-title.ts';
import { createBrowserPorts } from './browser/ports.ts';
import type { Host, PreferenceKeeper } from './host.ts';

export type BrowserHost = {
  host: Host;
  /** Another tab is the desk from now on: what rings here rings there. */
  close(): void;
};

/**
 * The desk in the page itself. The relay that served the page is the one it speaks to.
 * @param onCallChange told whether a call is going on
 */
export function createBrowserHost(
  voice: VoicePort,
  preferences: PreferenceKeeper,
  onCallChange: (onCall: boolean) => void,
): BrowserHost {
  const desk = createDesk(createBrowserPorts(voice, localStorage, location.origin));
  const notices = createBrowserNotices(localStorage);
  const showRing = createRingNotice(notices);
  const showAnswer = createAnswerNotice(notices);
  const stopWatching = desk.subscribe((view) => {
    showRing(view);
    showAnswer(view.answered);
    onCallChange(view.call !== null);
    document.title = pageTitle(view);
  });
  // Closing the page ends the call, so the browser asks first.
  const onLeave = (event: BeforeUnloadEvent) => {
    if (desk.getView().call !== null) event.preventDefault();
  };
  window.addEventListener('beforeunload', onLeave);
  void desk.start();

  async function connectHeadset(): Promise<void> {
    const { askForHeadset } = await import('./browser/connect-headset.ts');
    await askForHeadset();
    voice.send({ kind: 'findHeadset' });
  }

  return {
    host: {
      kind: 'browser',
      platform: 'web',
      getView: async () => desk.getView(),
      onView: (listener) => {
        const views = paced(listener);
        const stop = desk.subscribe(views.put);
        return () => {
          stop();
          views.stop();
        };
      },
      onLevels: (listener) => desk.onLevels(listener),
      command: (command) => desk.command(command),
      listHistory: (query) => desk.listCalls(query),
      customers: desk.customers,
      templates: desk.templates,
      notices,
      placeShown: () => {},
      // React has written it to the console, which is the log of a page.
      drawingFailed: () => {},
      onLosses: () => () => {},
      putLossAway: () => {},
      onShortcuts: () => () => {},
      changeShortcut: async () => {},
      preferences,
      connectHeadset: hidOf(navigator) === null ? null : connectHeadset,
      measureRelay: () => desk.measureRelay(),
      signInToProxy: async () => {},
      about: async () => aboutThisPage(navigator.userAgent),
      saveLog: async () => (await import('./browser/save-summary.ts')).saveSummary(desk.getView()),
      onWantedPlace: () => () => {},
      copy: (text) => navigator.clipboard.writeText(text),
    },
    close: () => {
      const { call, ring } = desk.getView();
      window.removeEventListener('beforeunload', onLeave);
      stopWatching();
      showRing({ ...desk.getView(), ring: null });
      onCallChange(false);
      voice.send({ kind: 'ringtone', on: false });
      for (const live of [call, ring]) if (live !== null) voice.send({ kind: 'close', callId: live.callId });
      void desk.stop(true);
    },
  };
}
