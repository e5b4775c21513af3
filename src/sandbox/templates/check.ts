/** What Meta checks before it takes a template. Meta calling reference §4.4, §6.2, §7, §12.6. */
import { z } from 'zod';
import { explainMetaError } from '../../contract/meta/errors.ts';
import type { CreateTemplateRequest } from '../../contract/meta/graph-messages.ts';
import { Refusal } from '../graph/refusal.ts';

const headerSchema = z.looseObject({ format: z.string().optional(), text: z.string().optional() });
const textSchema = z.looseObject({ text: z.string().min(1) });
const buttonSchema = z.looseObject({
  type: z.string(),
  text: z.string().min(1),
  ttl_minutes: z.number().int().min(1440).max(43_200).optional(),
});

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
const variable = /\{\{\s*\w+\s*\}\}/g;

/** With error 100 Meta says by a subcode what is wrong with a template. */
export function refuseTemplate(subcode: number): Refusal {
  return new Refusal(100, explainMetaError(subcode).title, 400, subcode);
}

/** @throws Refusal as Meta refuses it */
export function checkTemplate({ components }: CreateTemplateRequest): void {
  const part = (type: string) => components.find((one) => one.type.toUpperCase() === type);
  const body = part('BODY');
  if (body === undefined) throw refuseTemplate(2388072);
  checkBody(textSchema.parse(body).text, body.example);
  const header = part('HEADER');
  if (header !== undefined) checkHeader(headerSchema.parse(header));
  const footer = part('FOOTER');
  if (footer !== undefined) checkFooter(textSchema.parse(footer).text);
  const buttons = part('BUTTONS');
  if (buttons !== undefined) checkButtons(z.array(buttonSchema).min(1).parse(buttons.buttons));
}

function checkBody(text: string, example: unknown): void {
  if (text.length > 1024) throw refuseTemplate(2388040);
  const count = new Set(text.match(variable)).size;
  if (/^\s*\{\{|\}\}[\s.,!?]*$/.test(text)) throw refuseTemplate(2388299);
  const words = [...segmenter.segment(text.replace(variable, ' '))].filter(({ isWordLike }) => isWordLike);
  if (count > 0 && words.length <= 2 * count) throw refuseTemplate(2388293);
  if (/\{\{|\}\}/.test(text.replace(variable, ''))) throw refuseTemplate(2388072);
  // The example that is there from the start has none either: older templates were taken without.
  if (count > 0 && typeof example !== 'object') throw refuseTemplate(2388072);
}

function checkHeader({ format, text = '' }: z.infer<typeof headerSchema>): void {
  if (format !== undefined && format !== 'TEXT') return;
  if (text.length > 60) throw refuseTemplate(2388040);
  if (text === '' || /[\r\n*_~`]|\p{Extended_Pictographic}/u.test(text)) throw refuseTemplate(2388047);
}

function checkFooter(text: string): void {
  if (text.length > 60) throw refuseTemplate(2388040);
  if (/\{\{|[\r\n]/.test(text)) throw refuseTemplate(2388073);
}

function checkButtons(buttons: z.infer<typeof buttonSchema>[]): void {
  for (const { type, text } of buttons) {
    if (text.length > (type.toLowerCase() === 'voice_call' ? 20 : 25)) throw refuseTemplate(2388040);
  }
}
