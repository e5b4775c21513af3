import { mayCallOut, noOutboundHere } from '../../domain/permission/countries.ts';
import { countryOf } from '../calls/country.ts';
import type { ChannelRow } from '../store/channels.ts';

/** Why nobody can be called from a number, whoever the customer is, for the agent; null: somebody can. */
export function whyClosed({ number, permission_limits }: ChannelRow): string | null {
  return mayCallOut(countryOf(number), permission_limits) ? null : noOutboundHere;
}
