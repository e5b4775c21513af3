import type { Preview } from '../templates/preview.ts';
import { fill, oneLine } from '../templates/variables.ts';

/** An approved template that asks for permission to call; `variables` counts the words that its body leaves open, one at most. */
export type AskTemplate = {
  name: string;
  language: string;
  header: string | null;
  body: string;
  footer: string | null;
  variables: number;
};

/** The words that the customer will read. */
export function filled({ body, variables }: Pick<AskTemplate, 'body' | 'variables'>, message: string | null): string {
  return variables === 0 || message === null ? body : fill(body, () => oneLine(message));
}

/** As the customer will see it; a message that is still missing stays open. */
export function previewOfAsk(template: AskTemplate, message: string | null): Preview {
  const { header, footer } = template;
  const body = filled(template, message ?? '…');
  return { header, media: null, body, footer, buttons: [], asksForPermission: true };
}
