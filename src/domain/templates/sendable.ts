import { measures } from './draft.ts';
import type { Preview } from './preview.ts';
import type { Template } from './template.ts';
import { fill, oneLine, variablesOf } from './variables.ts';

/** Why a message goes out by a template: it says something, or it invites the customer to call. */
export type Purpose = 'text' | 'callInvitation';

/** An approved template that an agent can send by filling in words. */
export type SendableTemplate = {
  name: string;
  language: string;
  /** Meta's, which decides what the message costs: `UTILITY`, `MARKETING`. */
  category: string;
  header: string | null;
  body: string;
  footer: string | null;
  buttons: readonly string[];
};

/** What stands for each variable, by its name. */
export type Values = {
  header: Readonly<Record<string, string>>;
  body: Readonly<Record<string, string>>;
};

/** As one to send; null for one that cannot be sent for this purpose, or that wants more than words: a picture, the address of a button. */
export function sendableOf(
  { name, language, kind, category, header, body, footer, buttons, status, onlyWords }: Template,
  purpose: Purpose,
): SendableTemplate | null {
  if (status.value.status !== 'approved' || onlyWords !== true) return null;
  if (kind !== (purpose === 'callInvitation' ? 'callInvite' : 'other')) return null;
  if (category.value !== 'UTILITY' && category.value !== 'MARKETING') return null;
  if (header !== null && !('text' in header)) return null;
  return { name, language, category: category.value, header: header?.text ?? null, body, footer, buttons };
}

/** What the customer will read, as it is kept in the conversation. */
export function filledWords({ header, body }: SendableTemplate, values: Values): string {
  const parts = [...(header === null ? [] : [fillIn(header, values.header)]), fillIn(body, values.body)];
  return parts.join('\n');
}

/** Why a template cannot be sent with these words; null when it can (Meta calling reference §12.6). */
export function whyNotSend({ header, body }: SendableTemplate, values: Values): string | null {
  const missing = [...unfilledIn(header ?? '', values.header), ...unfilledIn(body, values.body)][0];
  if (missing !== undefined) return `Possible once you have written what stands for {{${missing}}}.`;
  const long =
    fillIn(body, values.body).length > measures.body || fillIn(header ?? '', values.header).length > measures.header;
  return long ? 'It is too long for WhatsApp with these words. Write less.' : null;
}

/** As the customer will see it; a word that is still missing stays open. */
export function previewOfFilled(template: SendableTemplate, values: Values): Preview {
  const { header, body, footer, buttons } = template;
  return {
    header: header === null ? null : fillIn(header, values.header),
    media: null,
    body: fillIn(body, values.body),
    footer,
    buttons,
    asksForPermission: false,
  };
}

function unfilledIn(text: string, values: Values['body']): string[] {
  return variablesOf(text).filter((name) => wordFor(values, name) === '');
}

function fillIn(text: string, values: Values['body']): string {
  return fill(text, (name) => wordFor(values, name) || `{{${name}}}`);
}

function wordFor(values: Values['body'], name: string): string {
  return oneLine(Object.hasOwn(values, name) ? (values[name] ?? '') : '');
}
