import { useEffect, useMemo } from 'react';
import { Card } from '../../card/card.tsx';
import { fakeCardBridge, fakeCards } from '../../card/fake-cards.ts';
import { fakeHistory, longHistory } from '../../host/fake-calls.ts';
import { createFakeHost, type FakeHost } from '../../host/fake-host.ts';
import { fakeViews } from '../../host/fake-views.ts';
import type { Notices } from '../../host/host.ts';
import { OtherTab } from '../../softphone/other-tab.tsx';
import { Softphone } from '../../softphone/softphone.tsx';

declare global {
  interface Window {
    /** The host behind the shown state, so that a test can read what it was asked and show it another view. */
    ringdeskFake?: FakeHost;
  }
}

const askingNotices: Notices = {
  state: () => 'ask',
  onChange: () => () => {},
  ask: async () => {},
  later: () => {},
  test: async () => 'shown' as const,
};

/** The names are those of `host/fake-views.ts` and `card/fake-cards.ts`, `otherTab` and `otherTabOnCall`, and `readyAsksForNotices`. */
export function OneState({ state, calls, kind }: { state: string; calls: string; kind: string | null }) {
  const host = useMemo(() => makeHost(state, calls, kind), [state, calls, kind]);
  useEffect(() => {
    window.ringdeskFake = host;
    let beat = 0;
    const timer = setInterval(() => {
      beat += 1;
      host.speak({ sent: 0.05 + 0.4 * Math.abs(Math.sin(beat / 4)), heard: 0.02 + 0.2 * Math.abs(Math.cos(beat / 3)) });
    }, 100);
    return () => clearInterval(timer);
  }, [host]);
  const card = useMemo(() => fakeCards(Date.now())[state], [state]);
  const bridge = useMemo(() => (card === undefined ? null : fakeCardBridge(card)), [card]);
  if (bridge !== null) return <Card bridge={bridge} />;
  if (state.startsWith('otherTab')) return <OtherTab onCall={state === 'otherTabOnCall'} onUse={() => {}} />;
  return <Softphone host={host} />;
}

function makeHost(state: string, calls: string, kind: string | null): FakeHost {
  const now = Date.now();
  const views = fakeViews(now);
  const view = Object.entries(views).find(([name]) => name === state)?.[1] ?? views.ready;
  const history = calls === 'none' ? [] : calls === 'many' ? longHistory(now, 1000) : fakeHistory(now);
  return createFakeHost(view, history, {
    ...(kind === 'electron' ? { kind } : {}),
    ...(state === 'readyAsksForNotices' ? { notices: askingNotices } : {}),
  });
}
