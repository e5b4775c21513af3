import { describe, expect, it } from 'vitest';
import { ourCodes } from '../../domain/calls/code.ts';
import { sentenceFor } from './sentence.ts';

describe('why a call failed', () => {
  it.each(ourCodes)('is said without its code: %s', (code) => {
    const sentence = sentenceFor(code);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toContain(`(${code})`);
  });

  it('warns who called that the phone may ring all the same', () => {
    expect(sentenceFor('connect-unknown')).toContain('the customer’s phone may ring. Wait a minute');
  });

  it('holds for calls of either direction where WhatsApp was not reached', () => {
    expect(sentenceFor('unreachable')).toBe('WhatsApp could not be reached, so the call was not connected.');
  });

  it('is Meta’s in plain words, and what an older version left is named', () => {
    expect(sentenceFor('138006')).toBe('The customer has not given permission to be called. Ask for permission first.');
    expect(sentenceFor('long ago')).toBe('The call could not go on (long ago).');
    expect(sentenceFor(null)).toBeNull();
  });
});
