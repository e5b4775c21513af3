import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inTime, whyNotAsk, whyNotCall } from './words.ts';

const hour = 3_600_000;

it('says why not, and when it will work', () => {
  const nextAt = 3 * hour;
  expect(whyNotAsk({ allowed: false, why: 'askLimit', nextAt }, 0)).toBe(
    'The customer has been asked as often as WhatsApp allows. Asking works again in 3 hours.',
  );
  expect(whyNotAsk({ allowed: false, why: 'askLimit', nextAt: null }, 0)).toBe(
    'WhatsApp lets nobody ask this customer at the moment. Try again later.',
  );
  expect(whyNotCall({ allowed: false, why: 'callLimit', nextAt: null }, 0)).toBe(
    'WhatsApp allows no call to this customer at the moment. Try again later.',
  );
  expect(whyNotCall({ allowed: false, why: 'noPermission', permission: { kind: 'expired', since: 0 } }, 0)).toBe(
    'The permission to call has expired. Ask for permission, and call once it is given.',
  );
});

it('never promises too early, nor much too late', () => {
  const units = { minute: 60_000, minutes: 60_000, hours: hour, days: 24 * hour };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 * 24 * hour }), (ms) => {
      const [, count, unit] = /^in (a|\d+) (\w+)$/.exec(inTime(ms)) ?? [];
      const length = units[unit as keyof typeof units];
      const promised = (count === 'a' ? 1 : Number(count)) * length;
      expect(promised).toBeGreaterThanOrEqual(ms);
      expect(promised - ms).toBeLessThan(length + (unit === 'days' ? hour : 60_000));
    }),
  );
});
