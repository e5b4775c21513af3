import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** As the number's own country groups it, for who dials from abroad. */
export const groupedNumber = (phone: string): string =>
  parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;
