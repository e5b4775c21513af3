import type { Problem } from '../../contract/desk/words.ts';
import { metaErrorInWords, metaErrorTable } from '../../contract/meta/errors.ts';
import type { GraphRefusal } from '../graph/client.ts';

/** What hinders listing and making templates, beside what Meta refuses. */
export const templateProblem = {
  notListed: {
    code: 'templates.notListed',
    sentence: 'WhatsApp could not be asked for the templates. What is shown may be old. Try again in a moment.',
  },
  thereAlready: {
    code: 'templates.thereAlready',
    sentence: 'There is a template of this name in this language already. Choose another name, or another language.',
  },
  notSent: {
    code: 'templates.notSent',
    sentence: 'WhatsApp could not be reached, so the template was not made. Try again.',
  },
  notKnown: {
    code: 'templates.notKnown',
    sentence:
      'WhatsApp did not say whether the template was made. If it is not in the list in a few minutes, make it again.',
  },
  mayNot: { code: 'templates.mayNot', sentence: 'Templates are made by supervisors and admins. Ask one of them.' },
  noAccount: { code: 'templates.noAccount', sentence: 'This WhatsApp account is not one of yours.' },
} satisfies Record<string, Problem>;

/** Meta's refusal, by what exactly it says is wrong; where that is not known, in Meta's own words. */
export function refusedInWords({ code, subcode, details }: GraphRefusal): Problem {
  const known = subcode !== null && metaErrorTable[Number(subcode)] !== undefined;
  if (known) return { code: `meta.${subcode}`, sentence: metaErrorInWords(Number(subcode)) };
  const own = code === '100' && details !== null ? ` WhatsApp says: “${details}”` : '';
  return { code: `meta.${code}`, sentence: `${metaErrorInWords(Number(code))}${own}` };
}
