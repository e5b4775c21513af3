/** For how long an agent can ask not to be disturbed without naming a time. */
export const undisturbedSpans = ['quarter', 'hour', 'tomorrow'] as const;

export type UndisturbedSpan = (typeof undisturbedSpans)[number];

/** When the next day begins, hours after midnight. */
export const morningHour = 8;

const minute = 60_000;

/** When a span that begins now ends, ms; days as they are where this runs. */
export function endOfSpan(span: UndisturbedSpan, now: number): number {
  if (span === 'quarter') return now + 15 * minute;
  if (span === 'hour') return now + 60 * minute;
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  return morning.setHours(morningHour, 0, 0, 0);
}

/** The next time that a clock shows these hours and minutes, ms. */
export function nextTimeOfDay(hours: number, minutes: number, now: number): number {
  const day = new Date(now);
  const today = day.setHours(hours, minutes, 0, 0);
  if (today > now) return today;
  day.setDate(day.getDate() + 1);
  return day.setHours(hours, minutes, 0, 0);
}
