import { fill, oneLine } from '../templates/variables.ts';

/** An approved template that asks for permission to call; `variables` counts the words that its body leaves open. */
export type AskTemplate = { name: string; language: string; body: string; variables: number };

/** What the customer will read. */
export function filled({ body, variables }: Pick<AskTemplate, 'body' | 'variables'>, message: string | null): string {
  return variables === 0 || message === null ? body : fill(body, () => oneLine(message));
}
