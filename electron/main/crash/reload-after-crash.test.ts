import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reloadAfterCrash } from './reload-after-crash.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function story() {
  const did: string[] = [];
  const contents = Object.assign(new EventEmitter(), {
    isDestroyed: () => false,
    reload: () => did.push('reload'),
    loadURL: async (address: string) => void did.push(`load ${address}`),
  });
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  reloadAfterCrash(contents as unknown as WebContents, { page: 'voice', log, now: () => Date.now() });
  return {
    did,
    crashes: () => contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }),
    startsLoading: () => contents.emit('did-start-loading'),
    failsToLoad: (code: number, isMainFrame = true) =>
      contents.emit('did-fail-load', {}, code, 'ERR', 'app://elsewhere/', isMainFrame),
  };
}

test('a page that crashed is loaded again', () => {
  const { did, crashes } = story();
  crashes();
  vi.advanceTimersByTime(0);
  expect(did).toEqual(['reload']);
});

test('a page that could not be loaded is tried again, slower each time, and always at its own address', () => {
  const { did, failsToLoad } = story();
  failsToLoad(-2);
  vi.advanceTimersByTime(0);
  failsToLoad(-2);
  vi.advanceTimersByTime(999);
  expect(did).toEqual(['load app://voice.ringdesk/voice.html']);
  vi.advanceTimersByTime(1);
  expect(did).toHaveLength(2);
});

test('a load that another one replaces has not failed, nor has one of a frame', () => {
  const { did, failsToLoad } = story();
  failsToLoad(-3);
  failsToLoad(-2, false);
  vi.advanceTimersByTime(60_000);
  expect(did).toEqual([]);
});

test('a page that somebody else has loaded meanwhile is not loaded a second time', () => {
  const { did, crashes, startsLoading } = story();
  crashes();
  crashes();
  startsLoading();
  vi.advanceTimersByTime(60_000);
  expect(did).toEqual([]);
});
