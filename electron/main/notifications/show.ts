import type { Notification, NotificationConstructorOptions } from 'electron';

/** Whether a person could see it. `unconfirmed`: the system took it and said nothing. */
export type NotificationOutcome =
  | { status: 'shown' }
  | { status: 'notShown'; reason: 'notSupported' | 'failed' | 'closed' | 'unconfirmed'; detail: string | null };

export type ShownNotification = { outcome: Promise<NotificationOutcome>; close: () => void };

/** The part of Electron's `Notification` that is needed. */
export type Notifier = {
  isSupported: () => boolean;
  create: (options: NotificationConstructorOptions) => Pick<Notification, 'on' | 'once' | 'show' | 'close'>;
};

/** How long the system may take to say that it shows it; Linux never says that it failed. */
const confirmWithinMs = 5000;

/** Shows a notification and says what became of it, because systems drop them silently. */
export function showNotification(
  notifier: Notifier,
  options: NotificationConstructorOptions,
  onClick: () => void,
  onAction: (index: number) => void = () => {},
): ShownNotification {
  if (!notifier.isSupported()) {
    return { outcome: Promise.resolve({ status: 'notShown', reason: 'notSupported', detail: null }), close: () => {} };
  }
  const notification = notifier.create(options);
  const outcome = new Promise<NotificationOutcome>((resolve) => {
    const notShown = (reason: 'failed' | 'closed' | 'unconfirmed', detail: string | null) =>
      resolve({ status: 'notShown', reason, detail });
    const timer = setTimeout(() => notShown('unconfirmed', null), confirmWithinMs);
    const settled = () => clearTimeout(timer);
    notification.once('show', () => {
      settled();
      resolve({ status: 'shown' });
    });
    notification.once('failed', (_event, error) => {
      settled();
      notShown('failed', error);
    });
    notification.once('close', () => {
      settled();
      notShown('closed', null);
    });
  });
  notification.on('click', onClick);
  notification.on('action', ({ actionIndex }) => onAction(actionIndex));
  notification.show();
  return { outcome, close: () => notification.close() };
}
