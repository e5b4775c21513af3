import fc from 'fast-check';
import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { type QrCode, qrCodeOf } from './qr-code.ts';

/** A camera's picture of it, four dots for each square. */
function pictureOf({ size, path }: QrCode) {
  const dots = 4;
  const side = size * dots;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dot = 0; dot < dots * dots; dot++) {
      const at = (Number(y) * dots + Math.floor(dot / dots)) * side + Number(x) * dots + (dot % dots);
      data.fill(0, at * 4, at * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}

test('law: what is drawn is read again, whatever the link', () => {
  const payload = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-_.%'), maxLength: 120 });
  fc.assert(
    fc.property(payload, (text) => {
      const link = `https://wa.me/call/6281355501399?biz_payload=${text}`;
      expect(decodeQR(pictureOf(qrCodeOf(link)))).toBe(link);
    }),
    { numRuns: 30 },
  );
});

test('leaves the light border that readers need', () => {
  const { size, path } = qrCodeOf('https://wa.me/call/6281355501399');
  const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect(Math.min(...places)).toBe(4);
  expect(Math.max(...places)).toBe(size - 5);
});
