import fc from 'fast-check';
import { expect, it } from 'vitest';
import { windowAt, windowLasts } from './window.ts';

it('was never open for a customer who was never in touch', () => {
  expect(windowAt(null, 0)).toEqual({ open: false });
});

it('is open for a day from the moment the customer was in touch, to the millisecond', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: 2 * windowLasts }), (inTouchAt, later) => {
      const open = later < windowLasts;
      const expected = open ? { open, until: inTouchAt + windowLasts } : { open };
      expect(windowAt(inTouchAt, inTouchAt + later)).toEqual(expected);
    }),
  );
});
