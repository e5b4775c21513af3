import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, PermissionFact } from './fact.ts';
import { standingAt } from './gate.ts';
import { isGranted, ledgerAt } from './ledger.ts';
import { day, productionRules as rules, week } from './rules.ts';
import { permissionStory } from './story.ts';

type Unkeyed<Fact = PermissionFact> = Fact extends unknown ? Omit<Fact, 'key'> : never;

const hour = 3_600_000;
const instant = fc.integer({ min: 0, max: 30 * 24 }).map((hours) => hours * hour);
const request = fc.constantFrom('wamid.a', 'wamid.b', 'wamid.c');

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ kind: fc.constant('temporary' as const), until: instant }),
  fc.constant({ kind: 'permanent' as const }),
  fc.constant({ kind: 'declined' as const }),
);

const limit = fc.record({
  period: fc.constantFrom(day, week),
  max: fc.integer({ min: 1, max: 3 }),
  used: fc.integer({ min: 0, max: 3 }),
  until: fc.option(instant),
});

const said = fc.oneof(
  fc.record({
    kind: fc.constant('asked' as const),
    requestId: request,
    agentId: fc.constant('sari'),
    by: fc.constant('message' as const),
  }),
  fc.record({ kind: fc.constant('askDelivered' as const), requestId: request }),
  fc.record({ kind: fc.constant('askFailed' as const), requestId: request, code: fc.constant('131026') }),
  fc.record({
    kind: fc.constant('replied' as const),
    answer,
    source: fc.constantFrom('customer' as const, 'automatic' as const),
    about: fc.option(request),
  }),
  fc.record({ kind: fc.constant('calledCustomer' as const), answered: fc.boolean() }),
  fc.record({ kind: fc.constant('customerTalked' as const) }),
  fc.record({
    kind: fc.constant('refused' as const),
    why: fc.constantFrom(
      'noPermission' as const,
      'askLimit' as const,
      'callLimit' as const,
      'permanentAlready' as const,
    ),
    until: fc.option(instant),
  }),
  fc.record({
    kind: fc.constant('looked' as const),
    found: fc.record({
      permission: fc.oneof(
        fc.constant({ kind: 'none' as const }),
        fc.constant({ kind: 'permanent' as const }),
        fc.record({ kind: fc.constant('temporary' as const), until: instant }),
      ),
      asks: fc.array(limit, { maxLength: 2 }),
      calls: fc.array(limit, { maxLength: 1 }),
      barred: fc.subarray(['asks' as const, 'calls' as const]),
    }),
  }),
);

const history: fc.Arbitrary<PermissionFact[]> = fc
  .array(fc.tuple(instant, said), { maxLength: 12 })
  .map((entries) => entries.map(([at, what], index) => ({ key: `fact ${index}`, at, ...what })));

const aDay = (days: number) => days * day;
const facts = (...entries: Unkeyed[]) =>
  entries.map((entry, index) => ({ ...entry, key: `fact ${index}` }) as PermissionFact);
const ask = (at: number, requestId = 'wamid.a') =>
  ({ kind: 'asked', at, requestId, agentId: 'sari', by: 'message' }) as const;
const yes = (at: number, about: string | null = 'wamid.a') =>
  ({ kind: 'replied', at, answer: { kind: 'temporary', until: at + week }, source: 'customer', about }) as const;
const always = (at: number) =>
  ({ kind: 'replied', at, answer: { kind: 'permanent' }, source: 'customer', about: null }) as const;
const no = (at: number, about: string | null = 'wamid.a') =>
  ({ kind: 'replied', at, answer: { kind: 'declined' }, source: 'customer', about }) as const;
const unanswered = (at: number) => ({ kind: 'calledCustomer', at, answered: false }) as const;
const answered = (at: number) => ({ kind: 'calledCustomer', at, answered: true }) as const;

describe('laws', () => {
  it('ends the same in whatever order and however often the facts arrive', () => {
    const shuffled = history.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }), instant),
    );
    fc.assert(
      fc.property(shuffled, ([all, mixed, now]) => {
        expect(standingAt(mixed, now, rules)).toEqual(standingAt(all, now, rules));
      }),
    );
  });

  it('is not moved by what has not happened yet', () => {
    fc.assert(
      fc.property(history, instant, (all, now) => {
        const past = all.filter((fact) => fact.at <= now);
        expect(standingAt(all, now, rules)).toEqual(standingAt(past, now, rules));
      }),
    );
  });

  it('never lets anybody call when the last word was a no, or the time is over', () => {
    fc.assert(
      fc.property(history, instant, answer, (all, now, last) => {
        const before = all.filter((fact) => fact.at < now);
        const end: PermissionFact = {
          key: 'end',
          at: now,
          kind: 'replied',
          answer: last,
          source: 'customer',
          about: null,
        };
        const { mayCall } = standingAt([...before, end], now, rules);
        const refused = last.kind === 'declined' || (last.kind === 'temporary' && last.until <= now);
        if (refused) expect(mayCall.allowed).toBe(false);
      }),
    );
  });

  it('never lets anybody call once the time is over, however much later that is', () => {
    // What is heard of a request counts as later than it: an old yes must not be about one of these.
    const wordless = fc.oneof(
      fc.record({ kind: fc.constant('calledCustomer' as const), answered: fc.boolean() }),
      fc.constant({ kind: 'asked', requestId: 'wamid.later', agentId: 'sari', by: 'message' } as const),
    );
    const later = fc.array(fc.tuple(instant, wordless), { maxLength: 4 });
    fc.assert(
      fc.property(history, instant, instant, later, instant, (all, at, lasts, after, rest) => {
        const until = at + lasts;
        const end = { key: 'end', at, kind: 'replied', answer: { kind: 'temporary', until } } as const;
        const known: PermissionFact[] = [
          ...all.filter((fact) => fact.at < at),
          { ...end, source: 'customer', about: null },
          ...after.map(([pause, what], index) => ({ key: `after ${index}`, at: at + pause, ...what })),
        ];
        expect(standingAt(known, until + rest, rules).mayCall.allowed).toBe(false);
      }),
    );
  });

  it('an agent who calls whenever it is allowed stays within the calls of a day', () => {
    const few = { ...rules, callsPerDay: 3 };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 40 }), (pauses) => {
        const known: PermissionFact[] = [{ key: 'always', ...always(0) }];
        let now = 0;
        for (const pause of pauses) {
          now += pause * hour;
          const at = now;
          const made = () => known.filter((fact) => fact.kind === 'calledCustomer' && at - fact.at < day).length;
          const before = made();
          if (standingAt(known, at, few).mayCall.allowed) known.push({ key: `${at}`, ...answered(at) });
          expect(made()).toBe(Math.min(3, before + 1));
        }
      }),
    );
  });

  it('never lets anybody call after so many unanswered calls in a row that Meta took the permission', () => {
    const hours = fc.array(fc.boolean(), { maxLength: 12 });
    fc.assert(
      fc.property(hours, (calls) => {
        const made = calls.map((picked, index) =>
          picked ? answered(hour * (index + 1)) : unanswered(hour * (index + 1)),
        );
        const revoked = calls.some((_, end) => end >= 3 && calls.slice(end - 3, end + 1).every((picked) => !picked));
        const { mayCall, permission } = standingAt(facts(always(0), ...made), hour * 20, rules);
        expect(permission.kind === 'revoked').toBe(revoked);
        expect(mayCall.allowed).toBe(!revoked);
      }),
    );
  });

  it('an agent who asks whenever it is allowed stays within a request a day and two a week', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 40 }), (pauses) => {
        const sent: PermissionFact[] = [];
        let now = 0;
        for (const pause of pauses) {
          now += pause * hour;
          const at = now;
          if (standingAt(sent, at, rules).mayAsk.allowed)
            sent.push(...facts(ask(at, `wamid.${at}`)).map((f) => ({ ...f, key: `${at}` })));
          const within = (period: number) => sent.filter((fact) => at - fact.at < period).length;
          expect(within(day)).toBeLessThanOrEqual(1);
          expect(within(week)).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  it('tells of each thing once, and of nothing that has not happened', () => {
    fc.assert(
      fc.property(history, instant, (all, now) => {
        const told = permissionStory(all, now, rules);
        expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
        for (const { at } of told) expect(at).toBeLessThanOrEqual(now);
      }),
    );
  });

  it('says truly when a limit ends: not a moment before, and then indeed', () => {
    fc.assert(
      fc.property(history, instant, (all, now) => {
        const past = all.filter((fact) => fact.at <= now);
        const { asks, calls } = standingAt(past, now, rules);
        for (const [which, left] of [
          ['asks', asks],
          ['calls', calls],
        ] as const) {
          if (left.left > 0) expect(left.nextAt).toBeNull();
          if (left.nextAt === null) continue;
          expect(left.nextAt).toBeGreaterThan(now);
          expect(standingAt(past, left.nextAt - 1, rules)[which].left).toBe(0);
          expect(standingAt(past, left.nextAt, rules)[which].left).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('cases', () => {
  const at = (now: number, ...entries: Unkeyed[]) => standingAt(facts(...entries), now, rules);

  it('nobody asked: no permission, and asking is possible', () => {
    expect(at(0)).toMatchObject({
      permission: { kind: 'none' },
      mayCall: { allowed: false, why: 'noPermission' },
      mayAsk: { allowed: true },
    });
  });

  it('a request is open until it is answered, fails, or a week after its delivery', () => {
    expect(at(hour, ask(0)).openAsk).toMatchObject({ requestId: 'wamid.a', agentId: 'sari', until: week });
    expect(at(hour, ask(0), { kind: 'askDelivered', at: hour, requestId: 'wamid.a' }).openAsk?.until).toBe(week + hour);
    const proofs = [3, 1, 2].map((h) => ({ kind: 'askDelivered', at: h * hour, requestId: 'wamid.a' }) as const);
    expect(at(aDay(2), ask(0), ...proofs).openAsk?.until).toBe(week + hour);
    expect(at(2 * hour, ask(0), yes(hour)).openAsk).toBeNull();
    expect(at(hour, ask(0), { kind: 'askFailed', at: 1, requestId: 'wamid.a', code: null }).openAsk).toBeNull();
    expect(at(week, ask(0)).openAsk).toBeNull();
  });

  it('a temporary permission lasts a week, and then has expired without a word from Meta', () => {
    const { permission } = at(week, ask(0), yes(hour));
    expect(permission).toEqual({ kind: 'temporary', since: hour, until: week + hour, by: 'request' });
    expect(at(week + hour, ask(0), yes(hour)).permission).toEqual({ kind: 'expired', since: week + hour });
  });

  it('the customer may change their mind, and a newer request ends the older one', () => {
    expect(at(3, ask(0), no(1), yes(2)).permission.kind).toBe('temporary');
    expect(at(3, ask(0), yes(1), no(2)).permission.kind).toBe('declined');
    const both = [ask(0), ask(aDay(2), 'wamid.b'), no(aDay(3), 'wamid.b')];
    expect(at(aDay(5), ...both, yes(aDay(4))).permission.kind).toBe('declined');
  });

  it('an answer counts as later than its request, though Meta counts in whole seconds', () => {
    const quick = at(2_000, ask(1_700), yes(1_000));
    expect(quick.permission.kind).toBe('temporary');
    expect(quick.openAsk).toBeNull();
  });

  it('permission of the profile, and its end there', () => {
    expect(at(1, always(0)).permission).toEqual({ kind: 'permanent', since: 0, by: 'profile' });
    expect(at(1, always(0)).mayAsk).toEqual({ allowed: false, why: 'permanentAlready' });
    expect(at(2, always(0), no(1, null)).permission).toEqual({ kind: 'revoked', since: 1, by: 'customer' });
  });

  it('whoever called is called back, when the channel has it so', () => {
    const callback = { ...yes(0, 'wacid.x'), source: 'automatic' } as const;
    expect(at(1, callback).permission).toMatchObject({ kind: 'temporary', by: 'callback' });
  });

  it('the fourth unanswered call is warned of and takes the permission; a new one begins anew', () => {
    const three = [always(0), unanswered(1), unanswered(2), unanswered(3)];
    expect(at(3, ...three)).toMatchObject({ strikes: 3, mayCall: { allowed: true, lastStrike: true } });
    expect(at(4, ...three, unanswered(4)).permission).toEqual({ kind: 'revoked', since: 4, by: 'unanswered' });
    expect(at(6, ...three, unanswered(4), yes(5, null))).toMatchObject({
      strikes: 0,
      mayCall: { allowed: true, lastStrike: false },
    });
    const noBetween = [...three, unanswered(4), no(5, null), yes(6, null)];
    expect(at(7, ...noBetween)).toMatchObject({ strikes: 0, mayCall: { allowed: true, lastStrike: false } });
    expect(at(5, ...three, answered(4))).toMatchObject({ strikes: 0, mayCall: { allowed: true } });
  });

  it('a call that connects gives the requests back', () => {
    expect(at(2, ask(0)).mayAsk).toEqual({ allowed: false, why: 'askLimit', nextAt: day });
    expect(at(2, ask(0), { kind: 'customerTalked', at: 1 }).mayAsk).toEqual({ allowed: true });
  });

  it('a request that never arrived counts for nothing', () => {
    expect(at(2, ask(0), { kind: 'askFailed', at: 1, requestId: 'wamid.a', code: '131026' }).mayAsk.allowed).toBe(true);
  });

  it("Meta's errors put the ledger right", () => {
    const refused = (
      why: 'noPermission' | 'askLimit' | 'callLimit' | 'permanentAlready',
      until: number | null = null,
    ) => ({ kind: 'refused', at: 1, why, until }) as const;
    expect(at(1, always(0), refused('noPermission')).permission).toEqual({ kind: 'revoked', since: 1, by: 'meta' });
    expect(at(1, refused('permanentAlready')).permission.kind).toBe('permanent');
    expect(at(1, refused('askLimit')).mayAsk).toEqual({ allowed: false, why: 'askLimit', nextAt: day + 1 });
    expect(at(1, always(0), refused('callLimit', 50)).mayCall).toEqual({
      allowed: false,
      why: 'callLimit',
      nextAt: 50,
    });
    expect(at(50, always(0), refused('callLimit', 50)).mayCall.allowed).toBe(true);
  });

  it("Meta's own count goes before the settings", () => {
    const found = {
      permission: { kind: 'permanent' },
      asks: [],
      calls: [{ period: day, max: 5, used: 5, until: 900 }],
    } as const;
    const looked = { kind: 'looked', at: 0, found } as const;
    expect(at(1, looked).mayCall).toEqual({ allowed: false, why: 'callLimit', nextAt: 900 });
    expect(at(900, looked).mayCall.allowed).toBe(true);
    expect(at(1, looked).calls.max).toBe(5);
  });

  it('what Meta finds does not hide how the permission came to be', () => {
    const looked: Unkeyed = {
      kind: 'looked',
      at: 5,
      found: { permission: { kind: 'temporary', until: week }, asks: [], calls: [] },
    };
    expect(at(6, ask(0), yes(1), looked).permission).toMatchObject({
      by: 'request',
      until: week,
    });
    expect(isGranted(ledgerAt([], 0, rules).permission)).toBe(false);
  });
});
