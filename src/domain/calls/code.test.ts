import { expect, it } from 'vitest';
import { soundCodeOf, soundCodes } from './code.ts';

it('keeps what a desk says of its sound, and takes what is not known for a failure of it', () => {
  for (const code of soundCodes) expect(soundCodeOf(code)).toBe(code);
  for (const code of ['media.ofTomorrow', 'stale', '138006', '']) expect(soundCodeOf(code)).toBe('media.failed');
});
