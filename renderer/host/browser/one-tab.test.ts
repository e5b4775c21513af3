import { afterEach, expect, test, vi } from 'vitest';
import { createOneTab, type OneTab } from './one-tab.ts';

// Node has the same Web Locks and broadcast channels as a browser; two of these are two tabs of a profile.
const channels: BroadcastChannel[] = [];

function openTab(name: string): OneTab {
  const channel = new BroadcastChannel(name);
  channels.push(channel);
  return createOneTab(navigator.locks, channel, name);
}

afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

const status = (tab: OneTab) => tab.getState().status;

test('the first tab is the desk, the second says so and can take over', async () => {
  const first = openTab('takes over');
  await vi.waitFor(() => expect(status(first)).toBe('here'));
  const second = openTab('takes over');
  await vi.waitFor(() => expect(status(second)).toBe('elsewhere'));
  second.useThisTab();
  await vi.waitFor(() => {
    expect(status(second)).toBe('here');
    expect(status(first)).toBe('elsewhere');
  });
  first.useThisTab();
  await vi.waitFor(() => {
    expect(status(first)).toBe('here');
    expect(status(second)).toBe('elsewhere');
  });
});

test('the other tab knows of a call, whether it began before or after', async () => {
  const desk = openTab('knows');
  await vi.waitFor(() => expect(status(desk)).toBe('here'));
  desk.tellOnCall(true);
  const other = openTab('knows');
  await vi.waitFor(() => expect(other.getState()).toEqual({ status: 'elsewhere', onCall: true }));
  desk.tellOnCall(false);
  await vi.waitFor(() => expect(other.getState()).toEqual({ status: 'elsewhere', onCall: false }));
});

test('without locks every tab is a desk', () => {
  const channel = new BroadcastChannel('none');
  channels.push(channel);
  expect(createOneTab(undefined, channel, 'none').getState()).toEqual({ status: 'here' });
});
