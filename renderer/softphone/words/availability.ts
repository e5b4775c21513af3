import type { Availability } from '../../../src/domain/people/availability.ts';
import { comingWhen } from './when.ts';

export const availabilityWords: Record<Availability['kind'], string> = {
  available: 'Available',
  busy: 'Busy',
  break: 'Break',
  away: 'Away',
  doNotDisturb: 'Do not disturb',
  afterCall: 'After-call',
};

const elsewhere = 'Calls ring at your colleagues.';

/** What stands beside the word: the reason, until when, or what it means. */
export function availabilityDetail(availability: Availability, now: number): string {
  if (availability.kind === 'doNotDisturb') return `until ${comingWhen(availability.until, now)}`;
  if (availability.kind === 'afterCall') return '';
  return availability.kind === 'away' ? (availability.reason ?? elsewhere) : elsewhere;
}

/** Before the figures of after-call time: `ready again in`, `then Break in`. */
export function afterCallWords(next: Availability): string {
  return next.kind === 'available' ? 'ready again in' : `then ${availabilityWords[next.kind]} in`;
}
