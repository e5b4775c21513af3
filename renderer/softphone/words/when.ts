import { systemLanguages } from './locale.ts';

const midnight = (instant: number): number => new Date(instant).setHours(0, 0, 0, 0);

/** Whole calendar days from `instant` to `now`; a day of 23 or 25 hours is still one. */
export const daysAgo = (instant: number, now: number): number =>
  Math.round((midnight(now) - midnight(instant)) / 86_400_000);

const sameYear = (a: number, b: number) => new Date(a).getFullYear() === new Date(b).getFullYear();

/**
 * Times as people at a desk read them: short when near, exact when asked. All in this computer's time zone, written as the first
 * of `languages` writes them.
 */
export function whenWords(languages: readonly string[]) {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat([...languages], options);
  const minute = { hour: 'numeric', minute: '2-digit' } as const;
  const time = format(minute);
  const weekdayAndTime = format({ weekday: 'short', ...minute });
  const weekdayDayAndTime = format({ weekday: 'short', day: 'numeric', month: 'short', ...minute });
  const dayAndMonth = format({ day: 'numeric', month: 'short' });
  const dayMonthYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const longDay = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const longDayWithYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const timeWithSeconds = format({ ...minute, second: '2-digit' });
  const relative = new Intl.RelativeTimeFormat([...languages], { numeric: 'auto' });
  const nearDay = (days: number) => relative.format(-Math.max(0, days), 'day');

  return {
    /** `13:58` */
    timeOfDay: (instant: number): string => time.format(instant),

    /** `today` or `yesterday`; null for a day further back. */
    nearDay(instant: number, now: number): string | null {
      const days = daysAgo(instant, now);
      return days <= 1 ? nearDay(days) : null;
    },

    /** At the end of a row: `13:58` today, `Thu 18:40` within the week, `12 Nov`, `12 Nov 2025`. */
    shortWhen(instant: number, now: number): string {
      const days = daysAgo(instant, now);
      if (days <= 0) return time.format(instant);
      if (days < 7) return weekdayAndTime.format(instant);
      return sameYear(instant, now) ? dayAndMonth.format(instant) : dayMonthYear.format(instant);
    },

    /** What lies ahead: `15:30` today, `tomorrow, 08:00`, `Thu 08:00` within six days, then `Thu 26 Nov, 08:00`. */
    comingWhen(instant: number, now: number): string {
      const days = -daysAgo(instant, now);
      if (days <= 0) return time.format(instant);
      if (days === 1) return `${relative.format(1, 'day')}, ${time.format(instant)}`;
      return (days < 7 ? weekdayAndTime : weekdayDayAndTime).format(instant);
    },

    /** Over the rows of a day: `Today`, `Yesterday`, `Tuesday 17 November`, with the year when it is another. */
    dayTitle(instant: number, now: number): string {
      const days = daysAgo(instant, now);
      if (days <= 1) return capitalised(nearDay(days), languages);
      return sameYear(instant, now) ? longDay.format(instant) : longDayWithYear.format(instant);
    },

    /** To the second: `Thursday, 19 November 2026, 14:26:05`. */
    exactWhen: (instant: number): string => `${longDayWithYear.format(instant)}, ${timeWithSeconds.format(instant)}`,
  };
}

const capitalised = (word: string, languages: readonly string[]) =>
  word.charAt(0).toLocaleUpperCase([...languages]) + word.slice(1);

export const { timeOfDay, nearDay, shortWhen, comingWhen, dayTitle, exactWhen } = whenWords(systemLanguages);
