import type { Problem } from '../../contract/desk/words.ts';

/** Why a message could not be sent, beside what Meta says. */
export const talkProblem = {
  windowClosed: {
    code: 'talk.windowClosed',
    sentence:
      'The customer was not in touch within 24 hours, so WhatsApp delivers no message of yours. Ask for permission to call by a template, or wait until they write or call.',
  },
  notYours: { code: 'talk.notYours', sentence: 'This message is a colleague’s. Write it anew.' },
  notSent: { code: 'talk.notSent', sentence: 'WhatsApp could not be reached, so the message was not sent. Try again.' },
} satisfies Record<string, Problem>;
