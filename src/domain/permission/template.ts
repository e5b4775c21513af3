import { fill } from '../templates/variables.ts';

/** An approved template that asks for permission to call; `variables` counts the words that its body leaves open. */
export type AskTemplate = { name: string; language: string; body: string; variables: number };

/**
 * The templates to ask with, the best first: in the customer's language as spoken in their country, in their language, in English, others.
 * One that leaves more than one word open cannot be filled from one message of the agent.
 *
 * @param locale such as `pt-BR`; null when nothing is known of the customer's language
 */
export function templatesToAskWith(templates: readonly AskTemplate[], locale: string | null): AskTemplate[] {
  const wanted = plain(locale ?? '');
  const language = (tag: string) => plain(tag).split('-')[0];
  const distance = (one: AskTemplate) => {
    if (plain(one.language) === wanted) return 0;
    if (language(one.language) === language(wanted)) return 1;
    return language(one.language) === 'en' ? 2 : 3;
  };
  return templates.filter(({ variables }) => variables <= 1).sort((a, b) => distance(a) - distance(b));
}

/** Meta writes `pt_BR`. */
function plain(tag: string): string {
  return tag.replace('_', '-').toLowerCase();
}

/** What the customer will read. */
export function filled({ body, variables }: Pick<AskTemplate, 'body' | 'variables'>, message: string | null): string {
  return variables === 0 || message === null ? body : fill(body, () => oneLine(message));
}

/** What a template leaves open may hold neither new lines nor tabs nor more than four spaces in a row. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
