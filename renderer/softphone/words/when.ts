/** Times as people at a desk read them: short when near, exact when asked. All in this computer's time zone. */
const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', options);

const time = format({ hour: '2-digit', minute: '2-digit', hour12: false });
const timeWithSeconds = format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
const weekday = format({ weekday: 'short' });
const dayAndMonth = format({ day: 'numeric', month: 'short' });
const dayMonthYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
const longDay = format({ weekday: 'long', day: 'numeric', month: 'long' });
const longDayWithYear = (instant: number) => `${longDay.format(instant)} ${new Date(instant).getFullYear()}`;

const midnight = (instant: number): number => new Date(instant).setHours(0, 0, 0, 0);

/** Whole calendar days from `instant` to `now`; a day of 23 or 25 hours is still one. */
export const daysAgo = (instant: number, now: number): number =>
  Math.round((midnight(now) - midnight(instant)) / 86_400_000);

const sameYear = (a: number, b: number) => new Date(a).getFullYear() === new Date(b).getFullYear();

/** `13:58` */
export const timeOfDay = (instant: number): string => time.format(instant);

/** At the end of a row: `13:58` today, `Thu 18:40` within the week, `12 Nov`, `12 Nov 2025`. */
export function shortWhen(instant: number, now: number): string {
  const days = daysAgo(instant, now);
  if (days <= 0) return time.format(instant);
  if (days < 7) return `${weekday.format(instant)} ${time.format(instant)}`;
  return sameYear(instant, now) ? dayAndMonth.format(instant) : dayMonthYear.format(instant);
}

/** Over the rows of a day: `Today`, `Yesterday`, `Tuesday 17 November`, with the year when it is another. */
export function dayTitle(instant: number, now: number): string {
  const days = daysAgo(instant, now);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return sameYear(instant, now) ? longDay.format(instant) : longDayWithYear(instant);
}

/** To the second: `Thursday 19 November 2026, 14:26:05`. */
export const exactWhen = (instant: number): string => `${longDayWithYear(instant)}, ${timeWithSeconds.format(instant)}`;
