import type { Problem } from '../../contract/desk/words.ts';

/** Why a message could not be sent, beside what Meta says. */
export const talkProblem = {
  windowClosed: {
    code: 'talk.windowClosed',
    sentence:
      'The customer was not in touch within 24 hours, so WhatsApp delivers approved templates only. Send one, or wait until they write or call.',
  },
  windowOpen: {
    code: 'talk.windowOpen',
    sentence: 'The customer was in touch a moment ago, so no template is needed now. Close this form and write freely.',
  },
  none: {
    code: 'talk.noTemplate',
    sentence:
      'The customer was not in touch within 24 hours, so only an approved template is delivered, and there is none for this. It is made in WhatsApp Manager.',
  },
  noInvitation: {
    code: 'talk.noInvitation',
    sentence:
      'The customer was not in touch within 24 hours, so only an approved template can invite them, and there is none. A supervisor can make one under Settings, Templates.',
  },
  unknown: {
    code: 'talk.templatesUnknown',
    sentence:
      'The customer was not in touch within 24 hours, so only an approved template is delivered, and WhatsApp could not say which there are. Try again in a moment.',
  },
  templateGone: {
    code: 'talk.templateGone',
    sentence: 'This template cannot be used any more. Close this form, open it again, and choose another one.',
  },
  notYours: { code: 'talk.notYours', sentence: 'This message is a colleague’s. Write it anew.' },
  notSent: { code: 'talk.notSent', sentence: 'WhatsApp could not be reached, so the message was not sent. Try again.' },
} satisfies Record<string, Problem>;
