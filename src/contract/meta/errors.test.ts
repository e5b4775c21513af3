import { describe, expect, it } from 'vitest';
import { explainMetaError, metaErrorInWords, metaErrorTable } from './errors.ts';

/** The codes of the calling reference's §7, and of its notes on templates. */
const documented = [
  0, 3, 4, 10, 33, 100, 190, 613, 80007, 130429, 131000, 131005, 131008, 131009, 131016, 131021, 131026, 131030, 131031,
  131042, 131044, 131047, 131048, 131055, 131056, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 138000,
  138001, 138002, 138003, 138004, 138005, 138006, 138007, 138008, 138009, 138011, 138012, 138013, 138014, 138015,
  138017, 138018, 138019, 138020, 138021, 138022, 138023, 2388019, 2388040, 2388047, 2388072, 2388073, 2388293, 2388299,
];

describe('every code', () => {
  it.each(documented)('%i has a sentence and a next step', (code) => {
    expect(metaErrorTable[code]).toBeDefined();
    const { sentence, next } = explainMetaError(code);
    for (const words of [sentence, next]) expect(words).toMatch(/^[A-Z].*[.]$/);
    expect(sentence).not.toMatch(/\d{4,}|error|invalid|parameter/i);
  });

  it('of a missing right is known by its range', () => {
    expect(explainMetaError(200)).toEqual(explainMetaError(299));
  });

  it('that nobody documented still says something true', () => {
    expect(metaErrorInWords(138_016)).toBe(
      'WhatsApp refused this for a reason that is not known here (error 138016). Try again; if it comes again, tell your admin.',
    );
  });
});
