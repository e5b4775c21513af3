import { dayMinutes, type Hours, type Span } from './hours.ts';

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const one = /^([a-z]{3})(?:-([a-z]{3}))? (\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/;

/** `mon-fri 09:00-17:00, sat 10:00-14:00 Asia/Jakarta` → the hours; null for anything else. */
export function readHours(text: string): Hours | null {
  const [, week = '', timeZone = ''] = /^(.+)\s+(\S+)$/.exec(text.trim()) ?? [];
  if (!isTimeZone(timeZone)) return null;
  const spans = week.split(',').map((part) => readSpans(part.trim().toLowerCase().replace(/\s+/g, ' ')));
  return spans.some((each) => each === null) ? null : { timeZone, spans: spans.flatMap((each) => each ?? []) };
}

function readSpans(text: string): Span[] | null {
  const [, firstName = '', lastName = firstName, ...times] = one.exec(text) ?? [];
  const first = names.indexOf(firstName);
  const last = names.indexOf(lastName);
  const [hour = 24, minute = 60, endHour = 24, endMinute = 60] = times.map(Number);
  const from = hour * 60 + minute;
  const to = endHour * 60 + endMinute;
  if (first === -1 || last === -1 || minute > 59 || endMinute > 59 || from >= dayMinutes || to > dayMinutes)
    return null;
  // 22:00-06:00 runs into the next day; 00:00-24:00 and 09:00-09:00 are whole days.
  const minutes = to > from ? to - from : to - from + dayMinutes;
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => ({ from: ((first + index) % 7) * dayMinutes + from, minutes }));
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
