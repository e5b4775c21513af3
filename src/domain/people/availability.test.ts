import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Availability,
  type AvailabilityChoice,
  type AvailabilityEvent,
  type AvailabilityRules,
  changeAvailability,
  doNotDisturbAtMost,
  endsAt,
  isRingable,
  isSame,
  mayChoose,
  settled,
} from './availability.ts';

const minute = 60_000;
const rules: AvailabilityRules = { afterCallMs: minute, awayReasons: ['Lunch'], missedRingSetsAway: true };
const available: Availability = { kind: 'available' };
const chosen = (choice: AvailabilityChoice): AvailabilityEvent => ({ kind: 'chosen', choice });
const talkEnded: AvailabilityEvent = { kind: 'talkEnded' };
const ringMissed: AvailabilityEvent = { kind: 'ringMissed' };

describe('after-call time', () => {
  it('follows a talk and gives back what was before it', () => {
    const onBreak = changeAvailability(available, chosen({ kind: 'break' }), 0, rules);
    const after = changeAvailability(onBreak, talkEnded, 1_000, rules);
    expect(after).toEqual({ kind: 'afterCall', until: 61_000, next: { kind: 'break' } });
    expect(settled(after, 60_999)).toEqual(after);
    expect(settled(after, 61_000)).toEqual({ kind: 'break' });
  });

  it('is not there where the organisation has none', () => {
    expect(changeAvailability(available, talkEnded, 0, { ...rules, afterCallMs: 0 })).toEqual(available);
  });

  it('gives way to what the agent chooses meanwhile', () => {
    const after = changeAvailability(available, talkEnded, 0, rules);
    const lunch = changeAvailability(after, chosen({ kind: 'away', reason: 'Lunch' }), 10_000, rules);
    expect(lunch).toEqual({ kind: 'away', reason: 'Lunch', missed: false });
    expect(settled(lunch, 5 * minute)).toEqual(lunch);
  });

  it('begins anew with another talk, and still gives back what was before the first', () => {
    const twice = changeAvailability(changeAvailability(available, talkEnded, 0, rules), talkEnded, 10_000, rules);
    expect(twice).toEqual({ kind: 'afterCall', until: 70_000, next: available });
  });

  it('does not give back what has ended meanwhile', () => {
    const quiet = changeAvailability(available, chosen({ kind: 'doNotDisturb', until: 30_000 }), 0, rules);
    const after = changeAvailability(quiet, talkEnded, 10_000, rules);
    expect(settled(after, 70_000)).toEqual(available);
  });
});

describe('a ring that was missed', () => {
  it('sets Away, and says that nobody chose it', () => {
    expect(changeAvailability(available, ringMissed, 0, rules)).toEqual({ kind: 'away', reason: null, missed: true });
  });

  it('changes nothing unless the admin wants it, and nothing that the agent chose', () => {
    expect(changeAvailability(available, ringMissed, 0, { ...rules, missedRingSetsAway: false })).toEqual(available);
    expect(changeAvailability({ kind: 'busy' }, ringMissed, 0, rules)).toEqual({ kind: 'busy' });
  });
});

describe('do not disturb', () => {
  it('ends by itself, and after a week at the latest', () => {
    const quiet = changeAvailability(available, chosen({ kind: 'doNotDisturb', until: minute }), 0, rules);
    expect(isRingable(quiet, minute - 1)).toBe(false);
    expect(isRingable(quiet, minute)).toBe(true);
    const forEver = chosen({ kind: 'doNotDisturb', until: Number.MAX_SAFE_INTEGER });
    expect(endsAt(changeAvailability(available, forEver, 0, rules))).toBe(doNotDisturbAtMost);
  });
});

it('takes a reason only from the list', () => {
  expect(mayChoose({ kind: 'away', reason: 'Lunch' }, rules)).toBe(true);
  expect(mayChoose({ kind: 'away', reason: null }, rules)).toBe(true);
  expect(mayChoose({ kind: 'away', reason: 'Golf' }, rules)).toBe(false);
});

const anInstant = fc.integer({ min: 0, max: 600_000 });
const aChoice = fc.oneof(
  fc.constantFrom('available' as const, 'busy' as const, 'break' as const).map((kind) => ({ kind })),
  fc.constantFrom(null, 'Lunch').map((reason) => ({ kind: 'away' as const, reason })),
  anInstant.map((until) => ({ kind: 'doNotDisturb' as const, until })),
);
const anEvent = fc.oneof(
  aChoice.map(chosen),
  fc.constant(talkEnded),
  fc.constant(ringMissed),
) satisfies fc.Arbitrary<AvailabilityEvent>;
const someRules = fc.record({
  afterCallMs: fc.constantFrom(0, 1, 30_000),
  awayReasons: fc.constant(['Lunch']),
  missedRingSetsAway: fc.boolean(),
});
/** Events in the order of their instants. */
const history = fc
  .array(fc.tuple(anInstant, anEvent), { maxLength: 20 })
  .map((events) => events.sort(([one], [other]) => one - other));

/** Plays a history; `look` sees every value with the instant at which it began. */
function live(
  events: [number, AvailabilityEvent][],
  by: AvailabilityRules,
  look: (now: Availability, at: number, event: AvailabilityEvent, before: Availability) => void,
): Availability {
  let now = available;
  for (const [at, event] of events) {
    const before = now;
    now = changeAvailability(before, event, at, by);
    look(now, at, event, before);
  }
  return now;
}

describe('laws', () => {
  const holds = (law: Parameters<typeof live>[2]) =>
    fc.assert(fc.property(history, someRules, (events, by) => void live(events, by, law)));

  it('nobody is rung who said anything but Available, until its time has ended', () =>
    holds((now, at, event) => {
      if (event.kind !== 'chosen') return;
      const { choice } = event;
      const undisturbed = choice.kind === 'doNotDisturb' && choice.until > at;
      expect(isRingable(now, at)).toBe(choice.kind === 'available' || (choice.kind === 'doNotDisturb' && !undisturbed));
    }));

  it('what ends by itself is over at its instant and not before', () =>
    holds((now, at) => {
      const end = endsAt(now);
      if (end === null) return expect(settled(now, Number.MAX_SAFE_INTEGER)).toEqual(now);
      expect(end).toBeGreaterThan(at);
      expect(settled(now, end - 1)).toEqual(now);
      expect(isRingable(now, end - 1)).toBe(false);
      expect(settled(now, end)).not.toEqual(now);
    }));

  it('after-call time never outlives its limit, follows only a talk, and is never what comes back', () =>
    fc.assert(
      fc.property(history, someRules, (events, by) => {
        live(events, by, (now, at, event, before) => {
          if (now.kind !== 'afterCall') return;
          if (event.kind === 'talkEnded') expect(now.until).toBe(at + by.afterCallMs);
          else expect(settled(before, at)).toEqual(now);
          expect(settled(now, now.until).kind).not.toBe('afterCall');
        });
      }),
    ));

  it('a missed ring takes nobody’s word away and is undone by one', () =>
    holds((now, at, event, before) => {
      if (event.kind !== 'ringMissed') return;
      if (settled(before, at).kind !== 'available') expect(now).toEqual(settled(before, at));
      expect(isRingable(changeAvailability(now, chosen({ kind: 'available' }), at, rules), at)).toBe(true);
    }));

  it('looking earlier changes nothing of what holds later', () =>
    fc.assert(
      fc.property(history, someRules, anInstant, anInstant, (events, by, one, other) => {
        const now = live(events, by, () => undefined);
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(settled(settled(now, early), late)).toEqual(settled(now, late));
        expect(isSame(now, structuredClone(now))).toBe(true);
      }),
    ));
});
