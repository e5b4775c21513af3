import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** ISO 3166-1 alpha-2 of an E.164 number; null when it cannot be told. */
export function countryOf(phone: string | null): string | null {
  return phone === null ? null : (parsePhoneNumberFromString(phone)?.country ?? null);
}
