import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockAhead } from './clock.ts';

const at = Date.UTC(2026, 10, 20, 9);

test('an hour behind is said, a few seconds are not', () => {
  expect(clockAhead({ sentAt: at - 3_600_000, answeredAt: at - 3_600_000, relayNow: at })).toBe(-3_600_000);
  expect(clockAhead({ sentAt: at, answeredAt: at + 40, relayNow: at - 20_000 })).toBeNull();
});

test('law: a slow network alone never makes a clock wrong', () => {
  const away = fc.nat(50_000);
  fc.assert(
    fc.property(away, away, (there, back) => {
      expect(clockAhead({ sentAt: at, answeredAt: at + there + back, relayNow: at + there })).toBeNull();
    }),
  );
});
