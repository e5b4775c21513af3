import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CrashHistory, planReload } from './plan-reload.ts';

test('the first crash is mended at once, even hours after another', () => {
  expect(planReload([], 5000).afterMs).toBe(0);
  expect(planReload([1000], 10_000_000).afterMs).toBe(0);
});

test('a page that keeps crashing waits longer and longer', () => {
  let crashes: CrashHistory = [];
  const waits = [1, 2, 3, 4].map((second) => {
    const plan = planReload(crashes, second * 1000);
    crashes = plan.crashes;
    return plan.afterMs;
  });
  expect(waits).toEqual([0, 1000, 2000, 4000]);
});

test('law: a page is never given up and never waits longer than half a minute', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100_000)), (gaps) => {
      let crashes: CrashHistory = [];
      let now = 0;
      for (const gap of gaps) {
        now += gap;
        const plan = planReload(crashes, now);
        crashes = plan.crashes;
        expect(plan.afterMs).toBeGreaterThanOrEqual(0);
        expect(plan.afterMs).toBeLessThanOrEqual(30_000);
      }
    }),
  );
});
