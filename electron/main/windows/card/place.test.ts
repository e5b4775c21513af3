import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeCard } from './place.ts';

test('it stands at the bottom right of the work area, also on a display to the left', () => {
  const area = { x: -1920, y: 40, width: 1920, height: 1000 };
  expect(placeCard('ringing', area)).toEqual({ x: -380, y: 872, width: 360, height: 148 });
  expect(placeCard('call', area)).toEqual({ x: -380, y: 964, width: 360, height: 56 });
});

test('law: it never begins outside the work area, and the foot stays where it is when it becomes a strip', () => {
  const whole = { min: -5000, max: 5000 };
  const side = { min: 1, max: 6000 };
  const areas = fc.record({
    x: fc.integer(whole),
    y: fc.integer(whole),
    width: fc.integer(side),
    height: fc.integer({ ...side, min: 200 }),
  });
  fc.assert(
    fc.property(areas, (area) => {
      const ringing = placeCard('ringing', area);
      const strip = placeCard('call', area);
      expect(ringing.x).toBeGreaterThanOrEqual(area.x);
      expect(ringing.y).toBeGreaterThanOrEqual(area.y);
      expect(strip.y + strip.height).toBe(ringing.y + ringing.height);
      expect(strip.x).toBe(ringing.x);
    }),
  );
});
