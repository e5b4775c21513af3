import type { ClosedNumber } from '../../contract/api/customers.ts';
import { type Hours, isWithin, nextBeginning, nextEnding } from '../../domain/hours/hours.ts';
import { readHours } from '../../domain/hours/read-hours.ts';
import { mayCallOut, noOutboundHere } from '../../domain/permission/countries.ts';
import { outsideCallingHours } from '../../domain/permission/words.ts';
import { countryOf } from '../calls/country.ts';
import type { ChannelRow } from '../store/channels.ts';

/** Why nobody can be called from a number now, whoever the customer is; null: somebody can. */
export function closedNow(channel: ChannelRow, now: number): ClosedNumber | null {
  if (!mayCallOut(countryOf(channel.number), channel.permission_limits))
    return { why: 'country', sentence: noOutboundHere, until: null };
  const hours = hoursOf(channel);
  if (hours === null || isWithin(hours, now)) return null;
  const until = nextBeginning(hours, now);
  return { why: 'hours', sentence: outsideCallingHours(until, now), until };
}

/** When the hours of a number end, ms; null where they do not. */
export function closesAt(channel: ChannelRow, now: number): number | null {
  const hours = hoursOf(channel);
  return hours === null ? null : nextEnding(hours, now);
}

/** Null: always. */
function hoursOf({ calling_hours: hours, calls_outside_hours: outside }: ChannelRow): Hours | null {
  return hours === null || outside === 1 ? null : readHours(hours);
}
