import { EventEmitter } from 'node:events';
import { refuseUnknown } from '../strict.ts';

type Implemented = Exclude<keyof Electron.Notification, keyof NodeJS.EventEmitter>;

let lastId = 0;

/**
 * Recorded in `Notification.instances`. The desktop is always ready to show one: `show` follows at once. What the user
 * does with it is the test's to say: `instance.emit('click')`, `emit('action', { actionIndex: 0 })`,
 * `emit('reply', { reply: 'text' })`, `emit('failed', {}, 'reason')`.
 */
export class Notification extends EventEmitter implements Pick<Electron.Notification, Implemented> {
  readonly id: string;
  readonly groupId: string;
  readonly groupTitle: string;
  readonly options: Electron.NotificationConstructorOptions;
  actions: Electron.NotificationAction[];
  body: string;
  closeButtonText: string;
  hasReply: boolean;
  replyPlaceholder: string;
  silent: boolean;
  sound: string;
  subtitle: string;
  timeoutType: 'default' | 'never';
  title: string;
  toastXml: string;
  urgency: 'normal' | 'critical' | 'low';
  /** True from `show` until `close`. */
  isShown = false;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    lastId += 1;
    this.options = options;
    this.id = options.id ?? `notification-${lastId}`;
    this.groupId = options.groupId ?? '';
    this.groupTitle = options.groupTitle ?? '';
    this.actions = options.actions ?? [];
    this.body = options.body ?? '';
    this.closeButtonText = options.closeButtonText ?? '';
    this.hasReply = options.hasReply ?? false;
    this.replyPlaceholder = options.replyPlaceholder ?? '';
    this.silent = options.silent ?? false;
    this.sound = options.sound ?? '';
    this.subtitle = options.subtitle ?? '';
    this.timeoutType = options.timeoutType ?? 'default';
    this.title = options.title ?? '';
    this.toastXml = options.toastXml ?? '';
    this.urgency = options.urgency ?? 'normal';
    Notification.instances.push(this);
  }
  show(): void {
    this.isShown = true;
    setImmediate(() => this.emit('show', {}));
  }
  close(): void {
    if (!this.isShown) return;
    this.isShown = false;
    setImmediate(() => this.emit('close', { reason: 'applicationHidden' }));
  }

  static readonly instances: Notification[] = [];
  static activation: ((details: Electron.ActivationArguments) => void) | undefined;
  static isSupported(): boolean {
    return true;
  }
  static handleActivation(callback: (details: Electron.ActivationArguments) => void): void {
    Notification.activation = callback;
  }
  static remove(id: string | string[]): void {
    const ids = [id].flat();
    for (const one of Notification.instances) if (ids.includes(one.id)) one.close();
  }
  static removeGroup(groupId: string): void {
    for (const one of Notification.instances) if (one.groupId === groupId) one.close();
  }
  static removeAll(): void {
    for (const one of Notification.instances) one.close();
  }
  static async getHistory(): Promise<Notification[]> {
    return Notification.instances.filter((one) => one.isShown);
  }
}
refuseUnknown(Notification, 'Notification');
