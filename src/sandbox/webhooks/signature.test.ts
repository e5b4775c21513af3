import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newWacid } from '../ids.ts';
import { metaJson, signature } from './signature.ts';

it('escapes as Meta does, and loses nothing', () => {
  expect(metaJson({ name: 'Zoë', url: 'a/b', face: '😀' })).toBe(
    '{"name":"Zo\\u00eb","url":"a\\/b","face":"\\ud83d\\ude00"}',
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const body = metaJson({ value });
      expect(body).toMatch(/^[\x20-\x7e]*$/);
      expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify({ value })));
    }),
  );
});

it('signs with HMAC-SHA256 and the app secret', () => {
  expect(signature('{}', 'secret')).toBe('sha256=77325902caca812dc259733aacd046b73817372c777b8d95b402647474516e13');
});

it('gives call ids the shape of Meta', () => {
  const id = newWacid('user', '16315553602', '13175551399');
  const bytes = Buffer.from(id.slice('wacid.'.length), 'base64');
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0x1c, 0x18, 11]));
  expect(bytes.subarray(3, 14).toString()).toBe('16315553602');
  expect(bytes[17]).toBe(0x12);
});
