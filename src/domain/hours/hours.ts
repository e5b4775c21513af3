/** The hours of a week, as the clock on the wall of a place shows them. */
export type Hours = { timeZone: string; spans: readonly Span[] };

/** From a minute of the week (0: Monday 00:00) on, for so many minutes; it may run into the next day, or the next week. */
export type Span = { from: number; minutes: number };

export const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;
const minute = 60_000;

/** @param at ms */
export function isWithin({ timeZone, spans }: Hours, at: number): boolean {
  const now = minuteOfWeek(timeZone, at);
  return spans.some(({ from, minutes }) => ahead(from, now) < minutes);
}

/**
 * When the hours begin next, ms; null where they never do.
 *
 * @param at ms, outside of them
 */
export function nextBeginning(hours: Hours, at: number): number | null {
  const now = minuteOfWeek(hours.timeZone, at);
  const waits = hours.spans.map(({ from }) => ahead(now, from));
  return waits.length === 0 ? null : after(Math.min(...waits), hours, at);
}

/**
 * When the hours end next, ms; null where they do not hold.
 *
 * @param at ms, within them
 */
export function nextEnding(hours: Hours, at: number): number | null {
  const now = minuteOfWeek(hours.timeZone, at);
  const left = hours.spans.map(({ from, minutes }) => minutes - ahead(from, now)).filter((minutes) => minutes > 0);
  return left.length === 0 ? null : after(Math.max(...left), hours, at);
}

/** When the clock on the wall has gone on for so many minutes, ms. */
function after(minutes: number, { timeZone }: Hours, at: number): number {
  const then = at - (at % minute) + minutes * minute;
  // Where the clocks are changed meanwhile, the wall is an hour off there.
  const off = minuteOfWeek(timeZone, then) - ((minuteOfWeek(timeZone, at) + minutes) % weekMinutes);
  return then - (Math.abs(off) < dayMinutes ? off * minute : 0);
}

/** Minutes from one minute of the week to the next time that it is another. */
function ahead(from: number, to: number): number {
  return (to - from + weekMinutes) % weekMinutes;
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function minuteOfWeek(timeZone: string, at: number): number {
  const format = { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const parts = new Intl.DateTimeFormat('en-GB', format).formatToParts(at);
  const part = (type: 'weekday' | 'hour' | 'minute') => parts.find((one) => one.type === type)?.value ?? '';
  return days.indexOf(part('weekday')) * dayMinutes + Number(part('hour')) * 60 + Number(part('minute'));
}
