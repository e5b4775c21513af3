import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { listeningLog, readyView, ring } from '../testing/samples.ts';
import { RingNotifications } from './ring-notifications.ts';
import { ringWords } from './ring-words.ts';
import { type Notifier, showNotification } from './show.ts';

/** A desktop that does with a notification what the test says. */
class Desktop {
  readonly shown: (EventEmitter & { options: NotificationConstructorOptions; up: boolean })[] = [];
  supported = true;

  readonly notifier = {
    isSupported: () => this.supported,
    create: (options: NotificationConstructorOptions) => {
      const one = Object.assign(new EventEmitter(), {
        options,
        up: false,
        show: () => {
          one.up = true;
        },
        close: () => {
          one.up = false;
          one.emit('close', {});
        },
      });
      this.shown.push(one);
      return one;
    },
  } as unknown as Notifier;

  get last() {
    const one = this.shown.at(-1);
    if (one === undefined) throw new Error('nothing was shown');
    return one;
  }
}

const ringing = { ...readyView, ring };
let desktop: Desktop;
let log: ReturnType<typeof listeningLog>;
let toFront: number;
let commands: unknown[];
let notifications: RingNotifications;

beforeEach(() => {
  desktop = new Desktop();
  log = listeningLog();
  toFront = 0;
  const bringToFront = () => {
    toFront += 1;
  };
  commands = [];
  const command = (one: unknown) => void commands.push(one);
  notifications = new RingNotifications({ notifier: desktop.notifier, command, bringToFront, log });
});

test('a ringing call says who, from where and why; a click brings the softphone', () => {
  notifications.render(ringing);
  expect(desktop.last.options).toMatchObject({
    title: 'Budi Santoso is calling',
    body: '+6281234567890\nYou answered this customer last time.',
    silent: false,
  });
  desktop.last.emit('click', {});
  expect(toFront).toBe(1);
});

test('its buttons answer and decline, wherever the person works', () => {
  notifications.render(ringing);
  expect(desktop.last.options.actions?.map(({ text }) => text)).toEqual(['Answer', 'Decline']);
  desktop.last.emit('action', { actionIndex: 0 });
  desktop.last.emit('action', { actionIndex: 1 });
  desktop.last.emit('action', { actionIndex: 2 });
  expect(commands).toEqual([
    { kind: 'answer', callId: 'c1' },
    { kind: 'decline', callId: 'c1' },
  ]);
  expect(toFront).toBe(0);
});

test('one ring is one notification, and it goes when the ring is over', () => {
  notifications.render(ringing);
  notifications.render({ ...ringing, historyRevision: 1 });
  expect(desktop.shown).toHaveLength(1);
  notifications.render(readyView);
  expect(desktop.last.up).toBe(false);
});

test('answering takes it away at once', () => {
  notifications.render(ringing);
  notifications.render({ ...readyView, ring: { ...ring, answering: true } });
  expect(desktop.last.up).toBe(false);
});

test('the next ring has its own', () => {
  notifications.render(ringing);
  notifications.render({ ...readyView, ring: { ...ring, ringId: 'r2' } });
  expect(desktop.shown.map((one) => one.up)).toEqual([false, true]);
});

test('what became of it is written down, without the customer', async () => {
  notifications.render(ringing);
  desktop.last.emit('failed', {}, 'not signed');
  await vi.waitFor(() => expect(log.lines).toHaveLength(1));
  expect(log.lines[0]).toMatchObject({ level: 'warn', facts: { callId: 'c1', status: 'notShown', reason: 'failed' } });
  expect(JSON.stringify(log.lines)).not.toContain('Budi');
});

test('the outcome is a value: shown, failed, closed, not supported, or never confirmed', async () => {
  const show = () => showNotification(desktop.notifier, { title: 'x' }, () => {}).outcome;
  const shown = show();
  desktop.last.emit('show', {});
  expect(await shown).toEqual({ status: 'shown' });
  const closed = show();
  desktop.last.emit('close', {});
  expect(await closed).toMatchObject({ status: 'notShown', reason: 'closed' });
  vi.useFakeTimers();
  const silent = show();
  vi.advanceTimersByTime(5000);
  vi.useRealTimers();
  expect(await silent).toMatchObject({ status: 'notShown', reason: 'unconfirmed' });
  desktop.supported = false;
  expect(await show()).toMatchObject({ status: 'notShown', reason: 'notSupported' });
});

test('a customer without a name is called by what is known', () => {
  const customer = { id: 'ID.9', name: null, username: null, phone: null, country: null };
  expect(ringWords({ ...ring, customer })).toMatchObject({
    title: 'A customer is calling',
    body: `To Sales\n${ring.reason}`,
  });
  expect(ringWords({ ...ring, customer: { ...customer, phone: '+628111' } }).title).toBe('+628111 is calling');
  expect(ringWords({ ...ring, customer: { ...customer, username: '@rafa' }, reason: '' }).body).toBe('To Sales');
});
