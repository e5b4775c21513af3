import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSigned } from './signature.ts';

const sign = (body: Uint8Array, secret: string) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

it('takes what was signed with the secret, over exactly these bytes', () => {
  fc.assert(
    fc.property(
      fc.uint8Array(),
      fc.string({ minLength: 1 }),
      fc.string({ minLength: 1 }),
      fc.uint8Array({ minLength: 1 }),
      (bytes, secret, other, more) => {
        const body = Buffer.from(bytes);
        const header = sign(body, secret);
        expect(isSigned(header, body, secret)).toBe(true);
        expect(isSigned(header, Buffer.concat([body, more]), secret)).toBe(false);
        if (other !== secret) expect(isSigned(header, body, other)).toBe(false);
      },
    ),
  );
});

it.each([undefined, '', 'sha256=', 'sha256=zz', 'sha1=00', `sha256=${'0'.repeat(63)}`])(
  'refuses the header %s',
  (header) => {
    expect(isSigned(header, Buffer.from('{}'), 'secret')).toBe(false);
  },
);
