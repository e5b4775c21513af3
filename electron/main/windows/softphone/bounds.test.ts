import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bounds } from '../../settings/schema.ts';
import { defaultSize, minimumSize, placeWindow } from './bounds.ts';

const laptop = { x: 0, y: 32, width: 1920, height: 1048 };
const second = { x: 1920, y: 0, width: 2560, height: 1440 };

test('the first time, the system chooses the place', () => {
  expect(placeWindow(null, [laptop])).toEqual(defaultSize);
});

test('it opens where it was', () => {
  const there = { x: 2000, y: 100, width: 500, height: 900 };
  expect(placeWindow(there, [laptop, second])).toEqual(there);
});

test('a display that is gone takes the place with it, not the size', () => {
  const there = { x: 2000, y: 100, width: 500, height: 900 };
  expect(placeWindow(there, [laptop])).toEqual({ width: 500, height: 900 });
});

test('a window whose title bar is above the screen is brought back', () => {
  expect(placeWindow({ x: 100, y: -500, width: 400, height: 680 }, [laptop])).toEqual({ width: 400, height: 680 });
});

test('law: the window can always be found and never gets smaller than its smallest', () => {
  const number = fc.integer({ min: -10_000, max: 10_000 });
  const size = fc.integer({ min: 1, max: 10_000 });
  const bounds = fc.record({ x: number, y: number, width: size, height: size });
  const area: fc.Arbitrary<Bounds> = fc.record({
    x: number,
    y: number,
    width: fc.integer({ min: 640, max: 8000 }),
    height: fc.integer({ min: 600, max: 5000 }),
  });
  fc.assert(
    fc.property(bounds, fc.array(area, { minLength: 1, maxLength: 3 }), (remembered, areas) => {
      const { x, y, width, height } = placeWindow(remembered, areas);
      expect(width).toBeGreaterThanOrEqual(minimumSize.width);
      expect(height).toBeGreaterThanOrEqual(minimumSize.height);
      if (x === undefined || y === undefined) return;
      const reachable = areas.some(
        (one) => y >= one.y && y < one.y + one.height && x < one.x + one.width && x + width > one.x,
      );
      expect(reachable).toBe(true);
    }),
  );
});
