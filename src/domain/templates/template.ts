import type { AskTemplate } from '../permission/template.ts';
import type { TemplateKind } from './draft.ts';
import { countVariables } from './variables.ts';

/** What Meta says of a template; only an approved one can be sent (Meta calling reference §12.6). */
export const templateStatuses = [
  'pending',
  'approved',
  'rejected',
  'paused',
  'disabled',
  'deleted',
  'unknown',
] as const;
export type TemplateStatus = (typeof templateStatuses)[number];

/** Something that Meta said, and when, ms. */
type Said<Value> = { value: Value; at: number };

/** A message template of the company, as it is kept. */
export type Template = {
  id: string;
  name: string;
  language: string;
  /** `other`: neither asks for permission nor has a call button. */
  kind: TemplateKind | 'other';
  /** What the customer reads. A header that is no text is a picture, a video, a document or a place. */
  header: { text: string } | { media: string } | null;
  body: string;
  footer: string | null;
  buttons: readonly string[];
  /** It wants nothing but words for the variables of its header and body; undefined for one that was kept before this was looked at. */
  onlyWords?: boolean | undefined;
  examples: { header: Readonly<Record<string, string>>; body: Readonly<Record<string, string>> };
  status: Said<{ status: TemplateStatus; reason: string | null }>;
  category: Said<string>;
  /** How customers take it: `GREEN`, `YELLOW`, `RED`, `UNKNOWN`. */
  quality: Said<string>;
};

/** What a webhook tells of a template. */
export type TemplateNews =
  | { kind: 'status'; status: TemplateStatus; reason: string | null }
  | { kind: 'category'; category: string }
  | { kind: 'quality'; quality: string };

/** A template after some news; what is older than what is known changes nothing, so that order and repetition do not matter. */
export function heardOf(template: Template, news: TemplateNews, at: number): Template {
  switch (news.kind) {
    case 'status': {
      const { status, reason } = news;
      return { ...template, status: later(template.status, { value: { status, reason }, at }) };
    }
    case 'category':
      return { ...template, category: later(template.category, { value: news.category, at }) };
    case 'quality':
      return { ...template, quality: later(template.quality, { value: news.quality, at }) };
  }
}

/** A template that Meta listed, beside what is known of it: what a webhook told after the list was asked for counts more. */
export function listedAgain(known: Template | undefined, listed: Template): Template {
  if (known === undefined) return listed;
  const { status, category, quality } = listed;
  // A list gives no reason for what it says.
  const reason =
    status.value.reason ?? (known.status.value.status === status.value.status ? known.status.value.reason : null);
  return {
    ...listed,
    status: newer(known.status, { ...status, value: { ...status.value, reason } }),
    category: newer(known.category, category),
    quality: newer(known.quality, quality),
  };
}

/** The later of two; of the same second always the same one, whichever comes first. */
function later<Value>(one: Said<Value>, other: Said<Value>): Said<Value> {
  if (one.at !== other.at) return one.at > other.at ? one : other;
  return JSON.stringify(one.value) >= JSON.stringify(other.value) ? one : other;
}

function newer<Value>(known: Said<Value>, listed: Said<Value>): Said<Value> {
  return known.at >= listed.at ? known : listed;
}

/** As one to ask for permission with; null for one that wants more than an agent's message gives: a picture, a word in the header, a second word. */
export function askTemplateOf({ name, language, kind, header, body, footer, status }: Template): AskTemplate | null {
  if (kind !== 'callPermission' || status.value.status !== 'approved') return null;
  if (header !== null && (!('text' in header) || countVariables(header.text) > 0)) return null;
  const variables = countVariables(body);
  return variables > 1 ? null : { name, language, header: header?.text ?? null, body, footer, variables };
}

const meanings: Readonly<Record<string, TemplateStatus>> = {
  APPROVED: 'approved',
  REINSTATED: 'approved',
  UNPAUSED: 'approved',
  /** Customers do not like it: it may be paused soon. Until then it can be sent. */
  FLAGGED: 'approved',
  PENDING: 'pending',
  IN_APPEAL: 'pending',
  REJECTED: 'rejected',
  PAUSED: 'paused',
  DISABLED: 'disabled',
  LIMIT_EXCEEDED: 'disabled',
  DELETED: 'deleted',
  PENDING_DELETION: 'deleted',
  ARCHIVED: 'deleted',
};

/** What one of Meta's words for a status means here. */
export function statusOf(word: string): TemplateStatus {
  return meanings[word.toUpperCase()] ?? 'unknown';
}
