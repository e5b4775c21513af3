import type { ClosedNumber } from '../../contract/api/customers.ts';
import { isWithin, nextBeginning } from '../../domain/hours/hours.ts';
import { readHours } from '../../domain/hours/read-hours.ts';
import { mayCallOut, noOutboundHere } from '../../domain/permission/countries.ts';
import { outsideCallingHours } from '../../domain/permission/words.ts';
import { countryOf } from '../calls/country.ts';
import type { ChannelRow } from '../store/channels.ts';

/** Why nobody can be called from a number now, whoever the customer is; null: somebody can. */
export function closedNow(channel: ChannelRow, now: number): ClosedNumber | null {
  if (!mayCallOut(countryOf(channel.number), channel.permission_limits))
    return { why: 'country', sentence: noOutboundHere, until: null };
  const hours = channel.calling_hours === null ? null : readHours(channel.calling_hours);
  if (hours === null || channel.calls_outside_hours === 1 || isWithin(hours, now)) return null;
  const until = nextBeginning(hours, now);
  return { why: 'hours', sentence: outsideCallingHours(until, now), until };
}
