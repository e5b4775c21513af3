import type { NoticeTest } from '../../../src/contract/window/notice.ts';
import { type Notifier, showNotification } from './show.ts';

/** Long enough to be found, ms. */
const staysFor = 8_000;

/** One notification as a call would show it, for a person who wants to know whether they come. */
export async function showNoticeOnTrial(notifier: Notifier, bringToFront: () => void): Promise<NoticeTest> {
  const words = { title: 'Ringdesk', body: 'This is how a call is announced.' };
  const shown = showNotification(notifier, { ...words, silent: true }, bringToFront);
  const outcome = await shown.outcome;
  setTimeout(shown.close, staysFor);
  if (outcome.status === 'shown') return 'shown';
  return outcome.reason === 'unconfirmed' ? 'unconfirmed' : 'notShown';
}
