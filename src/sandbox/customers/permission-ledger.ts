/**
 * Permission of one number to call one customer, and the limits of asking and calling. Pure; times in epoch milliseconds.
 * Meta calling reference §4.2, §4.6.
 */

export type Permission =
  | { readonly kind: 'none' }
  | { readonly kind: 'temporary'; readonly expiresAt: number }
  | { readonly kind: 'permanent' };

export type Ledger = {
  readonly permission: Permission;
  readonly requestsAt: readonly number[];
  readonly connectedAt: readonly number[];
  /** Unanswered or rejected business calls in a row. */
  readonly strikes: number;
  /** The customer service window is open for 24 h from here. */
  readonly lastContactAt: number | undefined;
};

export type Limits = {
  readonly perDay: number;
  readonly perWeek: number;
  readonly connectedPerDay: number;
  readonly strikes: number;
};

export const limitsOf: Record<'production' | 'test', Limits> = {
  production: { perDay: 1, perWeek: 2, connectedPerDay: 100, strikes: 4 },
  test: { perDay: 25, perWeek: 100, connectedPerDay: 100, strikes: 10 },
};

export const DAY = 86_400_000;
export const WEEK = 7 * DAY;

export const blank: Ledger = {
  permission: { kind: 'none' },
  requestsAt: [],
  connectedAt: [],
  strikes: 0,
  lastContactAt: undefined,
};

/** Expiry has no webhook: whoever looks finds it gone. */
export const permissionAt = ({ permission }: Ledger, now: number): Permission =>
  permission.kind === 'temporary' && permission.expiresAt <= now ? { kind: 'none' } : permission;

const within = (times: readonly number[], span: number, now: number): readonly number[] =>
  times.filter((at) => at > now - span);

export type Usage = { readonly used: number; readonly max: number; readonly freeAt: number | undefined };

const usage = (times: readonly number[], span: number, max: number, now: number): Usage => {
  const inside = within(times, span, now);
  const oldest = inside[inside.length - max];
  return { used: inside.length, max, freeAt: inside.length >= max && oldest !== undefined ? oldest + span : undefined };
};

export const requestUsage = (ledger: Ledger, limits: Limits, now: number) => ({
  day: usage(ledger.requestsAt, DAY, limits.perDay, now),
  week: usage(ledger.requestsAt, WEEK, limits.perWeek, now),
});

export const callUsage = (ledger: Ledger, limits: Limits, now: number): Usage =>
  usage(ledger.connectedAt, DAY, limits.connectedPerDay, now);

export type RequestVerdict = 'allowed' | 'limitReached' | 'permanentExists';

export function mayAsk(ledger: Ledger, limits: Limits, now: number): RequestVerdict {
  if (permissionAt(ledger, now).kind === 'permanent') return 'permanentExists';
  const { day, week } = requestUsage(ledger, limits, now);
  return day.used >= day.max || week.used >= week.max ? 'limitReached' : 'allowed';
}

export const windowOpen = ({ lastContactAt }: Ledger, now: number): boolean =>
  lastContactAt !== undefined && now < lastContactAt + DAY;

export const asked = (ledger: Ledger, now: number): Ledger => ({
  ...ledger,
  requestsAt: [...within(ledger.requestsAt, WEEK, now), now],
});

export const granted = (ledger: Ledger, permission: Permission): Ledger => ({ ...ledger, permission });

export const contacted = (ledger: Ledger, now: number): Ledger => ({ ...ledger, lastContactAt: now });

/** A connected call of either direction makes the counters of asking and the strikes new. */
export const connected = (ledger: Ledger, direction: 'user' | 'business', now: number): Ledger => ({
  ...contacted(ledger, now),
  requestsAt: [],
  strikes: 0,
  connectedAt: direction === 'business' ? [...within(ledger.connectedAt, DAY, now), now] : ledger.connectedAt,
});

/** An unanswered or rejected business call; at the limit the permission is taken back. */
export function struck(ledger: Ledger, limits: Limits): { ledger: Ledger; revoked: boolean } {
  const strikes = ledger.strikes + 1;
  if (strikes < limits.strikes || ledger.permission.kind === 'none')
    return { ledger: { ...ledger, strikes }, revoked: false };
  return { ledger: { ...ledger, strikes: 0, permission: { kind: 'none' } }, revoked: true };
}
