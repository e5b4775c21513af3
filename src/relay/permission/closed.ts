import type { ClosedNumber } from '../../contract/api/customers.ts';
import { isWithin, nextBeginning } from '../../domain/hours/hours.ts';
import { readHours } from '../../domain/hours/read-hours.ts';
import { mayCallOut, noOutboundHere } from '../../domain/permission/countries.ts';
import { outsideCallingHours } from '../../domain/permission/words.ts';
import { countryOf } from '../calls/country.ts';
import type { ChannelRow } from '../store/channels.ts';

/** Why nobody can be called from a number now, whoever the customer is; null: somebody can. */
export function closedNow({ number, permission_limits, calling_hours }: ChannelRow, now: number): ClosedNumber | null {
  if (!mayCallOut(countryOf(number), permission_limits))
    return { why: 'country', sentence: noOutboundHere, until: null };
  const hours = calling_hours === null ? null : readHours(calling_hours);
  if (hours === null || isWithin(hours, now)) return null;
  const until = nextBeginning(hours, now);
  return { why: 'hours', sentence: outsideCallingHours(until, now), until };
}
