import type { Problem } from '../../contract/desk/words.ts';

/** Why a request for permission could not be sent, beside what Meta and its limits say. */
export const askProblem = {
  none: {
    code: 'ask.noTemplate',
    sentence:
      'The customer was not in touch within 24 hours, so only an approved template may ask, and there is none. A supervisor can make one under Settings, Templates.',
  },
  unknown: {
    code: 'ask.templatesUnknown',
    sentence:
      'The customer was not in touch within 24 hours, so only a template may ask, and WhatsApp could not say which there are. Try again in a moment.',
  },
  windowClosed: {
    code: 'ask.windowClosed',
    sentence:
      'The 24 hours have just ended, so only a template may ask now, which is billed. Close this form and ask again to see it.',
  },
  templateGone: {
    code: 'ask.templateGone',
    sentence: 'This template cannot be used any more. Close this form, ask again, and choose another one.',
  },
  messageNeeded: {
    code: 'ask.messageNeeded',
    sentence: 'Write what the call is about. The template has a place for it.',
  },
  underWay: { code: 'ask.underWay', sentence: 'A request to this customer is being sent at this moment.' },
  notKnown: {
    code: 'ask.notKnown',
    sentence: 'WhatsApp did not say whether the request was sent. Wait for the answer before you ask again.',
  },
  notSent: {
    code: 'ask.notSent',
    sentence: 'WhatsApp could not be reached, so the customer was not asked. Try again.',
  },
} satisfies Record<string, Problem>;
