import { expect, it } from 'vitest';
import type { MetaCode } from '../../domain/calls/code.ts';
import { refusedInWords } from './problems.ts';

const refused = (code: MetaCode, subcode: string | null, details: string | null) =>
  refusedInWords({ status: 'refused', code, subcode, details, httpStatus: 400, fbtraceId: null });

it('says by Meta’s subcode what is wrong with a template, and what to do', () => {
  expect(refused('100', '2388299', 'x')).toEqual({
    code: 'meta.2388299',
    sentence: expect.stringContaining('may not begin or end with a variable'),
  });
});

it('gives Meta’s own words where nobody knows better, but not about other troubles', () => {
  expect(refused('100', '2388999', 'Not like this').sentence).toMatch(/WhatsApp says: “Not like this”$/);
  expect(refused('190', null, 'Session has expired').sentence).not.toContain('Session');
});
