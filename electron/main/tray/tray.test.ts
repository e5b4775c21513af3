import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Menu, MenuItemConstructorOptions, NativeImage } from 'electron';
import { expect, test } from 'vitest';
import type { DeskCommand, DeskView } from '../../../src/contract/window/view.ts';
import { call, readyView, ring } from '../testing/samples.ts';
import { markedStates, trayImageName } from './image.ts';
import { trayModel } from './model.ts';
import { type TrayState, trayStates } from './state.ts';
import { TrayIcon } from './tray.ts';

const offline = {
  status: 'offline',
  since: 0,
  problem: { code: 'x', sentence: 'The relay does not answer.' },
  trying: false,
} as const;
const elsewhere = { status: 'moved', deskName: 'DESK-14', at: 0, onCall: false } as const;

const away = (reason: string | null, missed = false) => ({ kind: 'away' as const, reason, missed });
const until = new Date(2026, 10, 20, 15, 30).getTime();
const halfPastThree = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(until);
const undisturbed = { kind: 'doNotDisturb', until } as const;
const afterCall = { kind: 'afterCall', until, next: { kind: 'available' } } as const;

test.each<[string, Partial<DeskView>, TrayState, string]>([
  ['ready', {}, 'ready', 'Ringdesk: Ready'],
  ['on a break', { availability: { kind: 'break' } }, 'away', 'Ringdesk: On a break'],
  ['away for a reason', { availability: away('Lunch') }, 'away', 'Ringdesk: Away: Lunch'],
  ['away by a missed call', { availability: away(null, true) }, 'away', 'Ringdesk: Away: a call was missed'],
  ['undisturbed', { availability: undisturbed }, 'away', `Ringdesk: Do not disturb until ${halfPastThree}`],
  ['after a call', { availability: afterCall }, 'away', `Ringdesk: After-call time until ${halfPastThree}`],
  ['ringing', { ring }, 'ringing', 'Ringdesk: Budi Santoso is calling'],
  ['on a call', { call }, 'onCall', 'Ringdesk: On call: Budi Santoso'],
  ['muted', { call: { ...call, muted: true } }, 'muted', 'Ringdesk: Muted: Budi Santoso'],
  ['on a call without the relay', { call, connection: offline }, 'onCall', 'Ringdesk: On call: Budi Santoso'],
  ['offline', { connection: offline }, 'notReady', 'Ringdesk: Not ready: no connection'],
  ['at another desk', { seat: elsewhere }, 'gone', 'Ringdesk: Calls ring at DESK-14'],
  ['signed out', { session: { status: 'signedOut', problem: null }, seat: null }, 'gone', 'Ringdesk: Signed out'],
  ['connecting', { connection: { status: 'connecting' } }, 'away', 'Ringdesk: Connecting'],
])('%s', (_story, change, state, tooltip) => {
  expect(trayModel({ ...readyView, ...change })).toMatchObject({ state, tooltip });
});

test('an unheard agent sees it in the tray', () => {
  const problem = { code: 'microphone.lost', sentence: 'Your microphone was unplugged.' };
  const view = { ...readyView, call: { ...call, microphone: 'failed', problem } } as const;
  expect(trayModel(view)).toMatchObject({ state: 'notReady', tooltip: 'Ringdesk: Your microphone was unplugged.' });
});

const labels = (change: Partial<DeskView>) =>
  trayModel({ ...readyView, ...change }).items.flatMap((item) => ('label' in item ? [item.label] : []));

test('the menu offers only what applies', () => {
  expect(labels({})).toEqual(['Ready', 'Availability', 'Open Ringdesk', 'Quit']);
  expect(trayModel(readyView, 2).items).toContainEqual({ kind: 'openMissed', label: '2 missed calls' });
  expect(labels({ ring })).toContain('Answer');
  expect(labels({ ring: { ...ring, answering: true } })).not.toContain('Answer');
  expect(labels({ call })).toEqual(expect.arrayContaining(['Mute', 'End call']));
  expect(labels({ call: { ...call, muted: true } })).toContain('Unmute');
  expect(labels({ call: { ...call, phase: 'ending' } })).not.toContain('End call');
  expect(labels({ session: { status: 'signedOut', problem: null } })).not.toContain('Availability');
});

test('availability offers the admin’s reasons and spans without disturbance, and after-call time its end', () => {
  const { icon, sent, press } = panel();
  icon.render({ ...readyView, availability: away('Lunch') });
  press('Meeting');
  press('For 1 hour');
  press('Available');
  icon.render({ ...readyView, availability: afterCall });
  press('End after-call time');
  expect(sent).toEqual([
    { kind: 'setAvailability', availability: { kind: 'away', reason: 'Meeting' } },
    { kind: 'doNotDisturbFor', span: 'hour' },
    { kind: 'setAvailability', availability: { kind: 'available' } },
    { kind: 'endAfterCall' },
  ]);
  expect(JSON.stringify(trayModel({ ...readyView, awayReasons: [] }))).not.toContain('Away for');
});

test('missed calls are said with the state, and mark its picture unless a call goes on', () => {
  expect(trayModel(readyView, 2)).toMatchObject({ missed: true, tooltip: 'Ringdesk: Ready, 2 missed calls' });
  expect(trayImageName('ready', 'linux', true, true)).toBe('ready-missed-dark.png');
  expect(trayImageName('ringing', 'linux', true, true)).toBe('ringing-dark.png');
});

test('every state has its picture, for every panel and sharpness', () => {
  const folder = resolve(import.meta.dirname, '../../../resources/tray');
  for (const state of trayStates) {
    for (const name of [
      trayImageName(state, 'darwin', false),
      trayImageName(state, 'linux', true),
      trayImageName(state, 'win32', false),
      trayImageName(state, 'darwin', false, markedStates.has(state)),
      trayImageName(state, 'linux', true, markedStates.has(state)),
      trayImageName(state, 'win32', false, markedStates.has(state)),
    ]) {
      expect(existsSync(resolve(folder, name)), name).toBe(true);
      expect(existsSync(resolve(folder, name.replace('.png', '@2x.png'))), name).toBe(true);
    }
  }
});

/** A panel that counts what it is given. */
function panel() {
  const touched: string[] = [];
  const sent: DeskCommand[] = [];
  let menu: MenuItemConstructorOptions[] = [];
  const icon = new TrayIcon({
    create: () => {
      touched.push('create');
      const tray = {
        setImage: () => void touched.push('image'),
        setToolTip: () => void touched.push('tooltip'),
        setContextMenu: () => void touched.push('menu'),
        on: () => tray,
      };
      return tray as unknown as ReturnType<ConstructorParameters<typeof TrayIcon>[0]['create']>;
    },
    buildMenu: (template) => {
      menu = template;
      return {} as Menu;
    },
    image: () => ({}) as NativeImage,
    command: (command) => void sent.push(command),
    open: () => {},
    openMissed: () => {},
    quit: () => {},
  });
  const press = (label: string) => {
    const all = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
      items.flatMap((one) => [one, ...(Array.isArray(one.submenu) ? all(one.submenu) : [])]);
    const item = all(menu).find((one) => one.label === label);
    (item?.click as (() => void) | undefined)?.();
  };
  return { icon, touched, sent, press };
}

test('the same view twice touches the panel once', () => {
  const { icon, touched } = panel();
  icon.render(readyView);
  icon.render({ ...readyView, historyRevision: 5 });
  expect(touched).toEqual(['create', 'tooltip', 'menu']);
  icon.render({ ...readyView, ring });
  expect(touched.slice(3)).toEqual(['image', 'tooltip', 'menu']);
});

test('a missed call repaints it by itself', () => {
  const { icon, touched } = panel();
  icon.showMissed(1);
  icon.render(readyView);
  icon.showMissed(0);
  expect(touched).toEqual(['create', 'tooltip', 'menu', 'image', 'tooltip', 'menu']);
});

test('its items are commands of the desk', () => {
  const { icon, sent, press } = panel();
  icon.render({ ...readyView, ring });
  press('Answer');
  press('Away');
  icon.render({ ...readyView, call });
  press('Mute');
  press('End call');
  expect(sent).toEqual([
    { kind: 'answer', callId: 'c1' },
    { kind: 'setAvailability', availability: { kind: 'away', reason: null } },
    { kind: 'setMuted', muted: true },
    { kind: 'end', callId: 'c1' },
  ]);
});
