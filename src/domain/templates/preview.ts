import type { TemplateDraft } from './draft.ts';
import type { Template } from './template.ts';
import { fill } from './variables.ts';

/** A template as the customer will see it, with its examples in it. */
export type Preview = {
  header: string | null;
  /** The header is a picture, a video, a document or a place. */
  media: string | null;
  body: string;
  footer: string | null;
  buttons: readonly string[];
  /** WhatsApp adds its own question with it: the customer allows calls for a time, for good, or not. */
  asksForPermission: boolean;
};

export function previewOfDraft({ kind, header, body, footer, examples, button }: TemplateDraft): Preview {
  return {
    header: header.trim() === '' ? null : filledWith(header, examples.header),
    media: null,
    body: filledWith(body, examples.body),
    footer: footer.trim() === '' ? null : footer,
    buttons: kind === 'callInvite' ? [button.text] : [],
    asksForPermission: kind === 'callPermission',
  };
}

export function previewOfTemplate({ kind, header, body, footer, buttons, examples }: Template): Preview {
  return {
    header: header !== null && 'text' in header ? filledWith(header.text, examples.header) : null,
    media: header !== null && 'media' in header ? header.media : null,
    body: filledWith(body, examples.body),
    footer,
    buttons,
    asksForPermission: kind === 'callPermission',
  };
}

/** What has no example stays as it is written. */
function filledWith(text: string, examples: Readonly<Record<string, string>>): string {
  return fill(text, (name) => examples[name]?.trim() || `{{${name}}}`);
}
