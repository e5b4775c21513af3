/** Whether a number takes calls now, by the hours in its settings. Meta calling reference §1.2, §1.4. */
import { DateTime } from 'luxon';
import type { CallHours } from '../../contract/meta/settings.ts';

/** `now`: epoch milliseconds. A day in `holiday_schedule` has those hours instead of its weekly ones. */
export function openAt(hours: CallHours | undefined, now: number): boolean {
  if (hours === undefined || hours.status === 'DISABLED') return true;
  const local = DateTime.fromMillis(now, { zone: hours.timezone_id });
  const clock = local.toFormat('HHmm');
  const holidays = (hours.holiday_schedule ?? []).filter(({ date }) => date === local.toISODate());
  if (holidays.length > 0) return holidays.some(({ start_time, end_time }) => start_time <= clock && clock < end_time);
  const day = local.setLocale('en').toFormat('cccc').toUpperCase();
  return hours.weekly_operating_hours.some(
    ({ day_of_week, open_time, close_time }) => day_of_week === day && open_time <= clock && clock < close_time,
  );
}
