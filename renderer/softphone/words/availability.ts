import type { Availability } from '../../../src/domain/people/role.ts';

export const availabilityWords: Record<Availability, string> = {
  available: 'Available',
  busy: 'Busy',
  break: 'Break',
  away: 'Away',
};
