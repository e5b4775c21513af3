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
  if (waits.length === 0) return null;
  const begins = at - (at % minute) + Math.min(...waits) * minute;
  // Where the clocks are changed meanwhile, the wall is an hour off there.
  const off = minuteOfWeek(hours.timeZone, begins) - ((now + Math.min(...waits)) % weekMinutes);
  return begins - (Math.abs(off) < dayMinutes ? off * minute : 0);
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
