/** What a template is for (feature row B73): it asks for permission to call, or has a button with which the customer calls. */
export type TemplateKind = 'callPermission' | 'callInvite';

/** A template that somebody writes. Empty texts are left out. */
export type TemplateDraft = {
  kind: TemplateKind;
  name: string;
  /** As Meta writes it: `pt_BR`. */
  language: string;
  category: 'utility' | 'marketing';
  header: string;
  body: string;
  footer: string;
  /** What each variable could be, by its name: Meta's reviewers read the template with them. */
  examples: { header: Readonly<Record<string, string>>; body: Readonly<Record<string, string>> };
  /** The button of an invitation. */
  button: { text: string; lifetimeMinutes: number };
};

/** Meta's measures (calling reference §12.6), in UTF-16 units. */
export const measures = { name: 512, header: 60, body: 1024, footer: 60 } as const;

export const usualLifetimeMinutes = 10_080;

export const emptyDraft: TemplateDraft = {
  kind: 'callPermission',
  name: '',
  language: 'en',
  category: 'utility',
  header: '',
  body: '',
  footer: '',
  examples: { header: {}, body: {} },
  button: { text: 'Call now', lifetimeMinutes: usualLifetimeMinutes },
};
