import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answer, Found, PermissionFact } from '../../src/domain/permission/fact.ts';
import { standingAt } from '../../src/domain/permission/gate.ts';
import {
  day,
  type PermissionRules,
  productionRules,
  testNumberRules,
  week,
} from '../../src/domain/permission/rules.ts';
import * as meta from '../../src/sandbox/customers/permission-ledger.ts';

/** The sandbox keeps Meta's own ledger, written from the reference and from nothing of ours: whatever we allow it has to allow too. */

type Unkeyed<Fact = PermissionFact> = Fact extends unknown ? Omit<Fact, 'key' | 'at'> : never;
type Yes = 'temporary' | 'permanent';

type Step =
  | { kind: 'time'; hours: number }
  | { kind: 'ask' }
  | { kind: 'says'; word: Yes | 'none'; about: 'request' | 'profile' }
  | { kind: 'call'; picksUp: boolean; tellsRevocation: boolean }
  | { kind: 'customerCalls' }
  | { kind: 'look' };

const minute = 60_000;

/** Both ledgers of one customer. We hear of everything, but in reverse and twice. */
class Story {
  readonly #rules: PermissionRules;
  readonly #limits: meta.Limits;
  readonly #facts: PermissionFact[] = [];
  #theirs = meta.blank;
  #asked: string | null = null;
  #now = 0;
  allowed = 0;

  constructor(rules: PermissionRules) {
    this.#rules = rules;
    const { asksPerDay: perDay, asksPerWeek: perWeek, callsPerDay: connectedPerDay, revokedAfter: strikes } = rules;
    this.#limits = { perDay, perWeek, connectedPerDay, strikes };
  }

  take(step: Step): void {
    this.#now += minute;
    const ours = standingAt([...this.#facts.toReversed(), ...this.#facts], this.#now, this.#rules);
    expect({ call: ours.mayCall.allowed, ask: ours.mayAsk.allowed }).toEqual({
      call: this.#theyAllowCall(),
      ask: meta.mayAsk(this.#theirs, this.#limits, this.#now) === 'allowed',
    });
    switch (step.kind) {
      case 'time':
        this.#now += step.hours * 60 * minute;
        return;
      case 'ask':
        if (ours.mayAsk.allowed) this.#ask();
        return;
      case 'says':
        this.#says(step.word, step.about === 'request' ? this.#asked : null);
        return;
      case 'call':
        if (ours.mayCall.allowed) this.#call(step);
        return;
      case 'customerCalls':
        this.#theirs = meta.connected(this.#theirs, 'user', this.#now);
        this.#learn({ kind: 'customerTalked' });
        return;
      case 'look':
        this.#learn({ kind: 'looked', found: this.#found() });
    }
  }

  #theyAllowCall(): boolean {
    const usage = meta.callUsage(this.#theirs, this.#limits, this.#now);
    return meta.permissionAt(this.#theirs, this.#now).kind !== 'none' && usage.freeAt === undefined;
  }

  #ask(): void {
    this.allowed++;
    this.#theirs = meta.asked(this.#theirs, this.#now);
    this.#asked = `wamid.${this.#facts.length}`;
    this.#learn({ kind: 'asked', requestId: this.#asked, agentId: 'sari', by: 'message' });
  }

  #says(word: Yes | 'none', about: string | null): void {
    const until = this.#now + week;
    this.#theirs = meta.granted(this.#theirs, word === 'temporary' ? { kind: word, expiresAt: until } : { kind: word });
    const answers: Record<typeof word, Answer> = {
      temporary: { kind: 'temporary', until },
      permanent: { kind: 'permanent' },
      none: { kind: 'declined' },
    };
    this.#learn({ kind: 'replied', answer: answers[word], source: 'customer', about });
  }

  #call({ picksUp, tellsRevocation }: Step & { kind: 'call' }): void {
    this.allowed++;
    this.#learn({ kind: 'calledCustomer', answered: picksUp });
    if (picksUp) {
      this.#theirs = meta.connected(this.#theirs, 'business', this.#now);
      return;
    }
    const { ledger, revoked } = meta.struck(this.#theirs, this.#limits);
    this.#theirs = ledger;
    // Whoever counts the calls knows it before Meta says it.
    if (revoked && tellsRevocation) {
      this.#learn({ kind: 'replied', answer: { kind: 'declined' }, source: 'automatic', about: null });
    }
  }

  #found(): Found {
    const permission = meta.permissionAt(this.#theirs, this.#now);
    const asks = meta.requestUsage(this.#theirs, this.#limits, this.#now);
    const limit = (
      period: number,
      { used, max, freeAt: until = null }: { used: number; max: number; freeAt?: number | null | undefined },
    ) => ({ period, max, used, until });
    return {
      permission:
        permission.kind === 'temporary'
          ? { kind: 'temporary', until: permission.expiresAt }
          : { kind: permission.kind },
      asks: [limit(day, asks.day), limit(week, asks.week)],
      calls: [limit(day, meta.callUsage(this.#theirs, this.#limits, this.#now))],
      barred: [],
    };
  }

  #learn(fact: Unkeyed): void {
    this.#facts.push({ ...fact, key: `fact ${this.#facts.length}`, at: this.#now });
  }
}

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('time' as const), hours: fc.integer({ min: 1, max: 80 }) }) },
  { weight: 3, arbitrary: fc.constant<Step>({ kind: 'ask' }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('says' as const),
      word: fc.constantFrom('temporary' as const, 'permanent' as const, 'none' as const),
      about: fc.constantFrom('request' as const, 'profile' as const),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('call' as const),
      picksUp: fc.boolean(),
      tellsRevocation: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'customerCalls' }) },
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'look' }) },
);

const rules = fc.constantFrom<PermissionRules>(
  { ...productionRules, callsPerDay: 2 },
  { ...testNumberRules, callsPerDay: 3, asksPerDay: 2, asksPerWeek: 3, revokedAfter: 3 },
);

it('allows what Meta allows, and nothing else, whatever happens between a company and a customer', () => {
  let allowed = 0;
  fc.assert(
    fc.property(rules, fc.array(step, { maxLength: 40, size: 'max' }), (which, steps) => {
      const story = new Story(which);
      for (const one of steps) story.take(one);
      allowed += story.allowed;
    }),
    { numRuns: 300 },
  );
  expect(allowed).toBeGreaterThan(300);
});
