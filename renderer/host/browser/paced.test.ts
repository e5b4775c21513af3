import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paced } from './paced.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('hands on the newest of what comes together, and what follows a little later', () => {
  const seen: number[] = [];
  const views = paced<number>((value) => seen.push(value));
  views.put(1);
  views.put(2);
  vi.advanceTimersByTime(50);
  expect(seen).toEqual([2]);
  views.put(3);
  vi.advanceTimersByTime(100);
  views.put(4);
  expect(seen).toEqual([2]);
  vi.advanceTimersByTime(50);
  expect(seen).toEqual([2, 4]);
});

it('hands nothing on when it was stopped', () => {
  const seen: number[] = [];
  const views = paced<number>((value) => seen.push(value));
  views.put(1);
  views.stop();
  vi.advanceTimersByTime(1_000);
  expect(seen).toEqual([]);
});
