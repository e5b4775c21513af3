/** Checks and applies a change of call settings. Pure. Meta calling reference §1.2. */
import { IANAZone } from 'luxon';
import type { CallHours, CallingSettings } from '../../contract/meta/settings.ts';

export type SettingsVerdict =
  | { readonly status: 'changed'; readonly settings: CallingSettings }
  | { readonly status: 'refused'; readonly details: string };

type Span = { readonly key: string; readonly from: string; readonly to: string };

function spansProblem(spans: readonly Span[], what: string): string | undefined {
  const byKey = Map.groupBy(spans, ({ key }) => key);
  for (const [key, entries] of byKey) {
    if (entries.length > 2) return `More than 2 entries for ${key} in ${what}`;
    if (entries.some(({ from, to }) => from >= to)) return `An opening time must be before its closing time in ${what}`;
    const [first, second] = entries.toSorted((a, b) => a.from.localeCompare(b.from));
    if (first !== undefined && second !== undefined && second.from < first.to)
      return `Overlapping entries for ${key} in ${what}`;
  }
  return undefined;
}

function hoursProblem(hours: CallHours, today: string): string | undefined {
  if (!IANAZone.isValidZone(hours.timezone_id)) return 'Invalid timezone_id';
  if (hours.weekly_operating_hours.length === 0) return 'weekly_operating_hours must not be empty';
  const holidays = hours.holiday_schedule ?? [];
  if (holidays.length > 20) return 'holiday_schedule has more than 20 entries';
  if (holidays.some(({ date }) => date < today)) return 'A date in holiday_schedule is in the past';
  return (
    spansProblem(
      hours.weekly_operating_hours.map((entry) => ({
        key: entry.day_of_week,
        from: entry.open_time,
        to: entry.close_time,
      })),
      'weekly_operating_hours',
    ) ??
    spansProblem(
      holidays.map((entry) => ({ key: entry.date, from: entry.start_time, to: entry.end_time })),
      'holiday_schedule',
    )
  );
}

function voicemailProblem(voicemail: CallingSettings['voicemail']): string | undefined {
  if (voicemail === undefined || voicemail.status === 'DISABLED') return undefined;
  const triggers = voicemail.triggers ?? [];
  if (triggers.length === 0) return 'voicemail needs at least one trigger';
  if (voicemail.audio === undefined) return 'voicemail needs an announcement';
  const untimed = voicemail.audio.default.timeout_seconds === undefined;
  return triggers.includes('TIMEOUT') && untimed ? 'voicemail with TIMEOUT needs timeout_seconds' : undefined;
}

/** What is left out stays; each member that is sent replaces the stored one, `call_hours` with all in it. `today`: YYYY-MM-DD. */
export function changeSettings(now: CallingSettings, change: CallingSettings, today: string): SettingsVerdict {
  const problem =
    (change.call_hours === undefined ? undefined : hoursProblem(change.call_hours, today)) ??
    voicemailProblem(change.voicemail);
  if (problem !== undefined) return { status: 'refused', details: problem };
  const sip = change.sip === undefined ? now.sip : { ...now.sip, ...change.sip };
  return { status: 'changed', settings: { ...now, ...change, ...(sip === undefined ? {} : { sip }) } };
}
