import type { Problem } from '../../../src/contract/desk/words.ts';

export type CallLink = { status: 'number'; number: string } | { status: 'refused'; problem: Problem };

const longest = 200;
const prefix = /^(?:ringdesk:\/\/call\/|tel:)/i;
/** What people write between digits (RFC 3966 §5.1.1), and blanks. */
const separators = /[\s().-]/g;

/**
 * The number in `ringdesk://call/+6281…` or `tel:+62-81…`, as E.164. A number without its country is refused rather than guessed:
 * a wrong guess would open another customer.
 */
export function readCallLink(address: string): CallLink {
  if (address.length > longest || !prefix.test(address)) return refused.unknown;
  const written = decode(address.replace(prefix, ''));
  const [subscriber = ''] = (written ?? '').split(/[;?#/]/);
  const number = subscriber.replace(separators, '');
  if (/^\+[1-9]\d{6,14}$/.test(number)) return { status: 'number', number };
  return /^\d{3,}$/.test(number) ? refused.noCountry : refused.noNumber;
}

/** The link among the words of a command line, if there is one. */
export function findLink(argv: readonly string[]): string | null {
  return argv.find((word) => /^(?:ringdesk|tel):/i.test(word)) ?? null;
}

const refuse = (code: string, sentence: string): CallLink => ({ status: 'refused', problem: { code, sentence } });

const refused = {
  unknown: refuse('link.unknown', 'Ringdesk does not know what that link means.'),
  noCountry: refuse(
    'link.noCountry',
    'The number in that link lacks its country: it has to begin with + and the country code.',
  ),
  noNumber: refuse('link.noNumber', 'There is no phone number in that link.'),
};

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
