const hour = 3_600_000;
export const day = 24 * hour;
export const week = 7 * day;

/** Meta's numbers for a pair of business number and customer (§4.2); they changed often, so they are settings. */
export type PermissionRules = {
  asksPerDay: number;
  asksPerWeek: number;
  /** Calls that were picked up, within 24 h. */
  callsPerDay: number;
  /** After so many unanswered calls in a row WhatsApp asks the customer whether to go on. */
  nudgedAfter: number;
  /** After so many the permission is gone. */
  revokedAfter: number;
};

/** Production since 2025-12-19. */
export const productionRules: PermissionRules = {
  asksPerDay: 1,
  asksPerWeek: 2,
  callsPerDay: 100,
  nudgedAfter: 2,
  revokedAfter: 4,
};

/** Meta's public test numbers. */
export const testNumberRules: PermissionRules = {
  asksPerDay: 25,
  asksPerWeek: 100,
  callsPerDay: 100,
  nudgedAfter: 5,
  revokedAfter: 10,
};

/** The sets that a number may be under; the calls of production were fewer before (§4.2). */
export const limitSets = {
  production: productionRules,
  testNumber: testNumberRules,
  tenCalls: { ...productionRules, callsPerDay: 10 },
  fiveCalls: { ...productionRules, callsPerDay: 5 },
} as const satisfies Record<string, PermissionRules>;
export type LimitSet = keyof typeof limitSets;

/** How long a request waits for its answer, from its delivery, ms. */
export const askLives = week;
