import type { NoticeTest } from '../../../src/contract/window/notice.ts';

/** One notice as a call would show it. Who was not asked yet is asked now. */
export async function showNoticeOnTrial(): Promise<NoticeTest> {
  if (!('Notification' in window)) return 'notShown';
  if (Notification.permission !== 'granted' && (await Notification.requestPermission()) !== 'granted')
    return 'notShown';
  const notice = new Notification('Ringdesk', { body: 'This is how a call is announced.', tag: 'trial', silent: true });
  return new Promise((resolve) => {
    notice.onshow = () => resolve('shown');
    notice.onerror = () => resolve('notShown');
    // Some browsers never say that they show it.
    setTimeout(() => resolve('unconfirmed'), 2_000);
  });
}
