import { buttonLife, longestButton } from '../invitation/button.ts';
import { measures, type TemplateDraft } from './draft.ts';
import { templateLanguages } from './languages.ts';
import { isNumber, variablesOf, wordsAround } from './variables.ts';

export type DraftField =
  | 'name'
  | 'language'
  | 'header'
  | 'body'
  | 'footer'
  | 'headerExamples'
  | 'bodyExamples'
  | 'button'
  | 'lifetime';

/** What WhatsApp would refuse, in words for who writes the template. */
export type Fault = { field: DraftField; sentence: string };

/** Everything that is wrong with a draft, in the order of its fields; nothing: Meta can be asked (calling reference §6.2, §7, §12.6). */
export function faultsOf(draft: TemplateDraft): Fault[] {
  return [
    ...said('name', nameFaults(draft.name)),
    ...said('language', templateLanguages.includes(draft.language) ? [] : ['Choose a language.']),
    ...said('header', headerFaults(draft.header)),
    ...said('headerExamples', exampleFaults(draft.header, draft.examples.header)),
    ...said('body', bodyFaults(draft.body)),
    ...said('bodyExamples', exampleFaults(draft.body, draft.examples.body)),
    ...said('footer', footerFaults(draft.footer)),
    ...(draft.kind === 'callInvite' ? buttonFaults(draft.button) : []),
  ];
}

function said(field: DraftField, sentences: readonly string[]): Fault[] {
  return sentences.map((sentence) => ({ field, sentence }));
}

function nameFaults(name: string): string[] {
  if (name === '') return ['Give it a name, such as call_about_order.'];
  if (!/^[a-z0-9_]+$/.test(name)) return ['A name has small letters, digits and underscores only.'];
  return tooLong('name', name, measures.name);
}

function headerFaults(header: string): string[] {
  const variables = variablesOf(header);
  return [
    ...tooLong('header', header, measures.header),
    ...(/[\r\n]/.test(header) ? ['A header is one line.'] : []),
    ...(/[*_~`]/.test(header.replaceAll(/\{\{.*?\}\}/g, ''))
      ? ['A header has no formatting: leave out * _ ~ and `.']
      : []),
    ...(/\p{Extended_Pictographic}/u.test(header) ? ['A header has no emoji.'] : []),
    ...(variables.length > 1 ? ['A header leaves at most one word open.'] : []),
    ...variableFaults(header),
  ];
}

function bodyFaults(body: string): string[] {
  if (body.trim() === '') return ['Write what the customer will read.'];
  const text = body.trim();
  const variables = variablesOf(body);
  const edges = /^\{\{\s*\w+\s*\}\}|\{\{\s*\w+\s*\}\}[\p{P}\s]*$/u.test(text)
    ? ['Put a word before the first variable and after the last: WhatsApp takes none at the edges.']
    : [];
  // How many words are enough Meta does not say; fewer than this is refused by all reports.
  const fewWords = variables.length > 0 && wordsAround(body).length < 2 * variables.length + 1;
  return [
    ...tooLong('text', body, measures.body),
    ...(/\n\s*\n\s*\n/.test(body) ? ['Leave at most one empty line between two lines.'] : []),
    ...edges,
    ...(/\}\}\s*\{\{/.test(body) ? ['Put a word between two variables.'] : []),
    ...(fewWords ? [`Write more around the variables: at least ${2 * variables.length + 1} words.`] : []),
    ...variableFaults(body),
  ];
}

function footerFaults(footer: string): string[] {
  return [
    ...tooLong('footer', footer, measures.footer),
    ...(/[\r\n]/.test(footer) ? ['A footer is one line.'] : []),
    ...(/\{\{|\}\}/.test(footer) ? ['A footer has no variables.'] : []),
  ];
}

function buttonFaults({ text, lifetimeMinutes }: TemplateDraft['button']): Fault[] {
  const words =
    text.trim() === ''
      ? ['Write what stands on the button.']
      : [
          ...tooLong('button', text, longestButton),
          ...(/\{\{|\}\}|[\r\n]/.test(text) ? ['A button is one line without variables.'] : []),
        ];
  const fits =
    Number.isInteger(lifetimeMinutes) &&
    lifetimeMinutes >= buttonLife.leastInTemplate &&
    lifetimeMinutes <= buttonLife.most;
  return [...said('button', words), ...said('lifetime', fits ? [] : ['The button works for 1 to 30 days.'])];
}

/** `{{1}}`, `{{2}}` … without a gap, or names; never both. */
function variableFaults(text: string): string[] {
  const left = text.replaceAll(/\{\{\s*\w+\s*\}\}/g, '');
  if (/\{\{|\}\}/.test(left))
    return ['A variable is written {{1}} or {{order}}: letters, digits and underscores in two pairs of braces.'];
  const names = variablesOf(text);
  const numbers = names.filter(isNumber);
  if (numbers.length > 0 && numbers.length < names.length) return ['Give all variables numbers, or all of them names.'];
  if (numbers.length === 0) {
    return names.every((name) => /^[a-z0-9_]+$/.test(name))
      ? []
      : ['The name of a variable has small letters, digits and underscores only.'];
  }
  const wanted = numbers.map((_number, index) => String(index + 1));
  const inOrder = wanted.every((number) => numbers.includes(number));
  return inOrder ? [] : [`Count the variables without a gap: ${wanted.map((number) => `{{${number}}}`).join(', ')}.`];
}

function exampleFaults(text: string, examples: Readonly<Record<string, string>>): string[] {
  return variablesOf(text).flatMap((name) => {
    const example = examples[name]?.trim() ?? '';
    if (example === '') return [`Give an example for {{${name}}}: WhatsApp reviews the template with it.`];
    return /[\r\n\t{}]/.test(example) ? [`The example for {{${name}}} is one line of plain words.`] : [];
  });
}

function tooLong(what: string, text: string, most: number): string[] {
  return text.length > most ? [`The ${what} has ${text.length} letters; at most ${most} are possible.`] : [];
}
