/** What Meta checks of the words that come with a template. Meta calling reference §6.2, §7, §12.6. */
import { z } from 'zod';
import type { MessageTemplate, templateMessageRequestSchema } from '../../contract/meta/graph-messages.ts';
import { trackingTextSchema } from '../../contract/meta/wire.ts';
import { Refusal } from '../graph/refusal.ts';

type Sent = z.infer<typeof templateMessageRequestSchema>['template'];

/** The button of an invitation, as the customer gets it. */
export type SentButton = { ttl_minutes: number | undefined; payload: string | undefined };

const variable = /\{\{\s*(\w+)\s*\}\}/g;
const textsSchema = z.array(
  z.object({ type: z.string(), text: z.string().optional(), parameter_name: z.string().optional() }),
);
const buttonSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ttl_minutes'), ttl_minutes: z.number().int().min(1).max(43_200) }),
  z.object({ type: z.literal('payload'), payload: trackingTextSchema }),
]);
const listedButtonsSchema = z.array(z.looseObject({ type: z.string() })).catch([]);

/**
 * @returns its call button; null for a template without one
 * @throws Refusal as Meta refuses it
 */
export function checkFilled({ components }: MessageTemplate, { components: sent = [] }: Sent): SentButton | null {
  const part = (type: string) => components.find((one) => one.type.toUpperCase() === type);
  const given = (type: string) => sent.find((one) => one.type.toLowerCase() === type)?.parameters;
  checkWords(textOf(part('HEADER')), given('header'), 60);
  checkWords(textOf(part('BODY')), given('body'), 1024);
  const buttons = listedButtonsSchema.parse(part('BUTTONS')?.buttons);
  const calls = buttons.some(({ type }) => type.toLowerCase() === 'voice_call');
  const button = sent.find((one) => one.type.toLowerCase() === 'button');
  if (button !== undefined && !(calls && String(button.sub_type).toLowerCase() === 'voice_call'))
    throw new Refusal(132012, 'buttons: the template has no such button');
  return calls ? buttonOf(z.array(buttonSchema).parse(button?.parameters ?? [])) : null;
}

function checkWords(text: string, given: unknown, most: number): void {
  const names = [...new Set([...text.matchAll(variable)].map(([, name = '']) => name))];
  const parameters = textsSchema.parse(given ?? []);
  if (parameters.length !== names.length)
    throw new Refusal(132000, `number of parameters (${parameters.length}) does not match (${names.length})`);
  const positional = names.every((name) => /^\d+$/.test(name));
  const values = new Map<string, string>();
  for (const [index, { type, text: value = '', parameter_name }] of parameters.entries()) {
    const name = positional ? String(index + 1) : parameter_name;
    if (type !== 'text' || value === '' || name === undefined || !names.includes(name))
      throw new Refusal(132012, 'a parameter does not fit the template');
    if (/[\r\n\t]| {5}/.test(value))
      throw new Refusal(132012, 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces');
    values.set(name, value);
  }
  const filled = text.replace(variable, (_whole, name: string) => values.get(name) ?? '');
  if (filled.length > most) throw new Refusal(132005);
}

function textOf(part: MessageTemplate['components'][number] | undefined): string {
  return typeof part?.text === 'string' ? part.text : '';
}

function buttonOf(parameters: z.infer<typeof buttonSchema>[]): SentButton {
  return {
    ttl_minutes: parameters.find((one) => one.type === 'ttl_minutes')?.ttl_minutes,
    payload: parameters.find((one) => one.type === 'payload')?.payload,
  };
}
