import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logLine, redact } from './redact.ts';

test('what helps to understand a line stays', () => {
  const line =
    'Call: accepted wacid.HBgLNjI4MTIzNDU2Nzg5MBUCABEYEjY2QkY2NzFGRDNGMjQ4RTk2MwA= in 412 ms at 2026-11-20 12:00:01';
  expect(redact(line)).toBe(line);
  const desk = 'desk 2f76d7c0-a3fc-48df-a4d3-c1a2d27d84a5 on port 4750, version 0.1.0';
  expect(redact(desk)).toBe(desk);
});

test('facts lose what their name says is secret, and keep the rest', () => {
  expect(logLine('relay asked', { status: 401, token: 'short', customer: { name: 'Budi' }, callId: 'c1' })).toBe(
    'relay asked {"status":401,"token":"[secret]","customer":"[secret]","callId":"c1"}',
  );
});

test('an error is its words without the secrets in them', () => {
  const error = new Error('401 for sari@example.com with Bearer abc.def.ghi');
  expect(logLine('failed', { error })).not.toMatch(/sari@|abc\.def/);
});

const digit = fc.constantFrom(...'0123456789');
const text = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
const letters = 'abcdefghijklmnopqrstuvwxyz';
const keyLetters = `${letters}${letters.toUpperCase()}0123456789-_`;
/** What may stand around a secret in a line of ours. */
const around = fc.constantFrom(' ', ' customer ', ': ', ' "', ' (', '\n', ' to=', ' from ', '", ');
const after = fc.constantFrom('', ' ', ' rang', '.', '"', ')', ', ', '\n', ' and more');

const secrets: Record<string, fc.Arbitrary<{ secret: string; written: string }>> = {
  'a phone number': fc
    .tuple(
      fc.array(digit, { minLength: 8, maxLength: 14 }),
      fc.constantFrom('', ' ', '-', '.'),
      fc.constantFrom('', '+'),
    )
    .map(([digits, gap, plus]) => {
      const number = digits.map((one, index) => (index > 0 && index % 4 === 0 ? `${gap}${one}` : one)).join('');
      return { secret: number, written: plus + number };
    }),
  'an e-mail address': fc
    .tuple(text(`${letters}._+0123456789`, 1, 20), text(letters, 1, 12))
    .map(([name, host]) => ({ secret: `${name}@${host}.com`, written: `${name}@${host}.com` })),
  'a token': text(keyLetters, 32, 90)
    .filter((key) => /[A-Za-z]/.test(key))
    .map((key) => ({ secret: key, written: key })),
  'a bearer': text(keyLetters, 4, 60).map((key) => ({ secret: `Bearer ${key}`, written: `Bearer ${key}` })),
  // Shorter ones are found by chance in the words of the line.
  'a named token': text(keyLetters, 8, 60).map((key) => ({ secret: key, written: `token=${key}` })),
  'an ICE password': text(keyLetters, 22, 30).map((key) => ({ secret: key, written: `a=ice-pwd:${key}` })),
  'a candidate': fc.ipV4().map((address) => ({
    secret: address,
    written: `a=candidate:1 1 udp 2113937151 ${address} 50000 typ host`,
  })),
  'a session description': text(keyLetters, 8, 30).map((key) => ({
    secret: key,
    written: `v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\na=setup:${key}\r\n`,
  })),
};

test.each(Object.entries(secrets))('law: %s never reaches a line', (_kind, secret) => {
  fc.assert(
    fc.property(secret, around, after, ({ secret: hidden, written }, before, behind) => {
      expect(logLine(`Call${before}${written}${behind}`)).not.toContain(hidden);
      expect(logLine('Call', { said: `${before}${written}${behind}` })).not.toContain(hidden);
      // Without the places of a stack, in whose file names a secret may stand by chance.
      const error = Object.assign(new Error(written), { stack: `Error: ${written}\n    at call (call.js:1:1)` });
      expect(logLine('Call', { error })).not.toContain(hidden);
    }),
    { numRuns: 300 },
  );
});

test('law: redacting twice is redacting once', () => {
  fc.assert(
    fc.property(fc.string(), (line) => {
      expect(redact(redact(line))).toBe(redact(line));
    }),
  );
});
