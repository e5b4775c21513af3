import { metaErrorInWords } from '../../contract/meta/errors.ts';
import { isOurCode, type OurCode } from '../../domain/calls/code.ts';

/** Our own codes, in words for the agent. */
const ours: Record<OurCode, string> = {
  stale: 'Meta told us more than a minute late, so it rang nobody.',
  'media-timeout': 'The sound did not come up in time. If this repeats, run a test of your network.',
  'call-limit': 'The call reached the limit of a call here.',
  'media.lost': 'The network lost the call.',
  'media.silent': 'Nothing arrived from the customer for half a minute, so the call was ended.',
  'media.neverHeard': 'The customer’s sound never arrived, so the call was ended.',
  'media.offer': 'The audio of this call could not be set up.',
  'media.failed': 'The audio of this call failed at the desk.',
  'voice.restarted': 'The audio stopped and started again, so the call could not be saved.',
  'voice.absent': 'Ringdesk was started again during the call, so the call could not be saved.',
  'seat-lost': 'The desk was away for more than a minute, so the call was ended.',
  'never-picked-up': 'Meta ended the call before it was picked up.',
  'accept-unknown': 'Meta did not say whether it took the call, so it was ended.',
  'connect-unknown':
    'WhatsApp did not say whether it began the call; the customer’s phone may ring. Wait a minute before you call again.',
  unreachable: 'WhatsApp could not be reached, so the call was not connected.',
  meta: 'WhatsApp did not say what went wrong.',
};

/** What a code means, for a person; null without a code. */
export function sentenceFor(code: string | null): string | null {
  if (code === null) return null;
  if (isOurCode(code)) return ours[code];
  return /^\d+$/.test(code) ? metaErrorInWords(Number(code)) : `The call could not go on (${code}).`;
}
