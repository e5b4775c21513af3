import { metaErrorInWords } from '../../contract/meta/errors.ts';

/** Our own codes, in words for the agent. */
const ours: Record<string, string> = {
  stale: 'Meta told us more than a minute late, so it rang nobody.',
  'media-timeout': 'The sound did not come up in time. If this repeats, run a test of your network.',
  'call-limit': 'The call reached the limit of a call here.',
  'media.lost': 'The network lost the call.',
  'media.silent': 'Nothing arrived from the customer for half a minute, so the call was ended.',
  'media.neverHeard': 'The customer’s sound never arrived, so the call was ended.',
  'seat-lost': 'The desk was away for more than a minute, so the call was ended.',
  'never-picked-up': 'Meta ended the call before it was picked up.',
  'accept-unknown': 'Meta did not say whether it took the call, so it was ended.',
  unreachable: 'Meta could not be reached, so the call could not be taken.',
};

/** What a code means, for a person; null without a code. */
export function sentenceFor(code: string | null): string | null {
  if (code === null) return null;
  const own = ours[code];
  if (own !== undefined) return own;
  return /^\d+$/.test(code) ? metaErrorInWords(Number(code)) : `The call could not go on (${code}).`;
}
