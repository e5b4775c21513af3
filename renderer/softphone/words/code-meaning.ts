import { metaErrorInWords } from '../../../src/contract/meta/errors.ts';

/** A code with its meaning. Meta's are numbers; ours are words and explained by the sentence of the record. */
export function codeMeaning(code: string): string | null {
  return /^\d{1,7}$/.test(code) ? metaErrorInWords(Number(code)) : null;
}
