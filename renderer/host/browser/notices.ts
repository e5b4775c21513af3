import { z } from 'zod';
import type { DeskView } from '../../../src/contract/window/view.ts';
import { customerFacts, customerName } from '../../softphone/words/customer.ts';
import { readableNumber } from '../../softphone/words/number.ts';
import type { Notices } from '../host.ts';
import { kept } from './storage.ts';

/** Notices by the browser. Asking has to follow a press, and an answer is never asked for twice. */
export function createBrowserNotices(storage: Storage): Notices {
  const later = kept('noticesLater', z.literal(true), storage);
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  return {
    state: () => {
      if (!('Notification' in window)) return 'off';
      if (Notification.permission === 'granted') return 'on';
      if (Notification.permission === 'denied') return 'off';
      return later.get() === null ? 'ask' : 'later';
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    ask: async () => {
      await Notification.requestPermission();
      changed();
    },
    later: () => {
      later.set(true);
      changed();
    },
    test: async () => {
      const { showNoticeOnTrial } = await import('./notice-on-trial.ts');
      const shown = await showNoticeOnTrial();
      changed();
      return shown;
    },
  };
}

/** Shows one notice for the call that rings and takes it back when the ring is over. */
export function createRingNotice(notices: Notices): (view: DeskView) => void {
  let shown: { ringId: string; notice: Notification } | null = null;
  return ({ ring }) => {
    if (shown !== null && shown.ringId !== ring?.ringId) {
      shown.notice.close();
      shown = null;
    }
    if (ring === null || shown !== null || notices.state() !== 'on') return;
    const notice = new Notification(customerName(ring.customer), {
      body: [...customerFacts(ring.customer), `Calling ${readableNumber(ring.channel.name)}`].join(' · '),
      tag: ring.ringId,
      requireInteraction: true,
      // The ringtone is the voice page's.
      silent: true,
    });
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
    shown = { ringId: ring.ringId, notice };
  };
}
