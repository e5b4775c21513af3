import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';
import { beforeEach, expect, test } from 'vitest';
import type { AnsweredView, DeskCommand } from '../../../src/contract/window/view.ts';
import { listeningLog, readyView, ring } from '../testing/samples.ts';
import { AnsweredNotifications } from './answered-notifications.ts';
import type { Notifier } from './show.ts';

type Shown = EventEmitter & { options: NotificationConstructorOptions; up: boolean };
let shown: Shown[];
let commands: DeskCommand[];
let opened: string[];
let notifications: AnsweredNotifications;

const { customer, channel } = ring;
const granted: AnsweredView = { customer, channel, answer: { kind: 'granted', until: null }, at: 5 };
const withAnswer = (answered: AnsweredView) => ({ ...readyView, answered });

beforeEach(() => {
  shown = [];
  commands = [];
  opened = [];
  const create = (options: NotificationConstructorOptions) => {
    const one: Shown = Object.assign(new EventEmitter(), { options, up: true, show: () => {}, close: () => {} });
    one.on('close', () => {});
    Object.assign(one, { close: () => Object.assign(one, { up: false }) });
    shown.push(one);
    return one;
  };
  notifications = new AnsweredNotifications({
    notifier: { isSupported: () => true, create } as unknown as Notifier,
    open: (customerId) => opened.push(customerId),
    command: (command) => commands.push(command),
    bringToFront: () => {},
    log: listeningLog(),
  });
});

test('a customer who allows calls can be called from the notification', () => {
  notifications.render(withAnswer(granted));
  notifications.render(withAnswer(granted));
  expect(shown).toHaveLength(1);
  expect(shown[0]?.options).toMatchObject({ title: 'Budi Santoso allows calls', actions: [{ text: 'Call' }] });
  shown[0]?.emit('action', { actionIndex: 0 });
  expect(commands).toEqual([{ kind: 'dial', channel, customer }]);
  shown[0]?.emit('click', {});
  expect(opened).toEqual([customer.id]);
});

test('one who declines cannot, and what did not arrive says why', () => {
  notifications.render(withAnswer({ ...granted, answer: { kind: 'declined' } }));
  expect(shown[0]?.options).toMatchObject({ title: 'Budi Santoso declined to be called' });
  expect(shown[0]?.options.actions).toBeUndefined();
  notifications.render(withAnswer({ ...granted, at: 6, answer: { kind: 'undelivered', sentence: 'Too old.' } }));
  expect(shown[1]?.options).toMatchObject({ title: 'Budi Santoso was not asked', body: 'Too old.' });
  expect(shown[0]?.up).toBe(false);
});

test('it goes when the answer was put away', () => {
  notifications.render(withAnswer(granted));
  notifications.render(readyView);
  expect(shown[0]?.up).toBe(false);
});
