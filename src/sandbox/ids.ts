/** Ids in the shape of Meta's. Clients treat them as opaque. Meta calling reference §13.1. */
import { randomBytes, randomInt } from 'node:crypto';

const hex = (bytes: number): string => randomBytes(bytes).toString('hex').toUpperCase();
const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');
const ascii = (value: string): Buffer => Buffer.from(value, 'ascii');

/** A call id. A customer without a phone gets Meta's form for a 15-digit id that is not a phone. */
export function newWacid(direction: 'user' | 'business', userPhone: string | undefined, businessPhone: string): string {
  const user = userPhone ?? digits(15);
  const bytes = Buffer.concat([
    Buffer.from([0x1c, 0x18, user.length]),
    ascii(user),
    Buffer.from([
      0x15,
      userPhone === undefined ? 0x12 : 0x02,
      0x00,
      direction === 'business' ? 0x11 : 0x12,
      0x18,
      0x20,
    ]),
    ascii(hex(16)),
    Buffer.from([0x1c, 0x18, businessPhone.length]),
    ascii(businessPhone),
    Buffer.from([0x15, 0x02, 0x00, 0x00]),
  ]);
  return `wacid.${bytes.toString('base64')}`;
}

/** A message id. */
export const newWamid = (): string =>
  `wamid.${Buffer.concat([Buffer.from([0x1c, 0x18, 0x20]), ascii(hex(16))]).toString('base64')}`;

/** A business-scoped user id such as `US.13491208655302741918`. */
export const newBusinessScopedUserId = (): string => `US.${randomInt(1, 10)}${digits(19)}`;

export const newTraceId = (): string => `A${randomBytes(12).toString('base64url')}`;
/** Webhooks tell it as a number, which stays exact. */
export const newTemplateId = (): string => `${randomInt(1, 9)}${digits(15)}`;
