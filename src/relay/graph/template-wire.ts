import { z } from 'zod';
import type { CreateTemplateRequest, MessageTemplate } from '../../contract/meta/graph-messages.ts';
import type { TemplateDraft } from '../../domain/templates/draft.ts';
import { statusOf, type Template } from '../../domain/templates/template.ts';
import { isNumber, variablesOf } from '../../domain/templates/variables.ts';

type Component = MessageTemplate['components'][number];
type Examples = Readonly<Record<string, string>>;

/** A draft as Meta wants it (Meta calling reference §4.4, §6.2). */
export function toRequest(draft: TemplateDraft): CreateTemplateRequest {
  const { kind, header, body, footer, examples, button } = draft;
  const named = [...variablesOf(header), ...variablesOf(body)].some((name) => !isNumber(name));
  const headerPart = { type: 'HEADER', format: 'TEXT', text: header.trim(), ...headerExample(header, examples.header) };
  const callButton = { type: 'voice_call', text: button.text.trim(), ttl_minutes: button.lifetimeMinutes };
  return {
    name: draft.name,
    language: draft.language,
    category: draft.category === 'utility' ? 'UTILITY' : 'MARKETING',
    ...(named ? { parameter_format: 'NAMED' } : {}),
    components: [
      ...(header.trim() === '' ? [] : [headerPart]),
      { type: 'BODY', text: body.trim(), ...bodyExample(body, examples.body) },
      ...(footer.trim() === '' ? [] : [{ type: 'FOOTER', text: footer.trim() }]),
      kind === 'callPermission' ? { type: 'call_permission_request' } : { type: 'BUTTONS', buttons: [callButton] },
    ],
  };
}

function headerExample(text: string, examples: Examples): Record<string, unknown> {
  const names = variablesOf(text);
  if (names.length === 0) return {};
  return {
    example: names.every(isNumber)
      ? { header_text: inOrder(names, examples) }
      : { header_text_named_params: byName(names, examples) },
  };
}

function bodyExample(text: string, examples: Examples): Record<string, unknown> {
  const names = variablesOf(text);
  if (names.length === 0) return {};
  return {
    example: names.every(isNumber)
      ? { body_text: [inOrder(names, examples)] }
      : { body_text_named_params: byName(names, examples) },
  };
}

function inOrder(names: readonly string[], examples: Examples): string[] {
  return [...names].sort((a, b) => Number(a) - Number(b)).map((name) => examples[name]?.trim() ?? '');
}

function byName(names: readonly string[], examples: Examples) {
  return names.map((name) => ({ param_name: name, example: examples[name]?.trim() ?? '' }));
}

const textSchema = z.string().catch('');
const buttonsSchema = z.array(z.looseObject({ type: z.string(), text: textSchema })).catch([]);
const namedSchema = z.array(z.object({ param_name: z.string(), example: z.string() })).catch([]);
const exampleSchema = z
  .object({
    header_text: z.array(z.string()).catch([]),
    header_text_named_params: namedSchema,
    body_text: z.array(z.array(z.string())).catch([]),
    body_text_named_params: namedSchema,
  })
  .catch({ header_text: [], header_text_named_params: [], body_text: [], body_text_named_params: [] });

/** A template as Meta lists it; types are spelled in either case (§6.2). @param at when it was asked, ms */
export function toTemplate(listed: MessageTemplate, at: number): Template {
  const { id, name, language, components } = listed;
  const header = part(components, 'HEADER');
  const body = part(components, 'BODY');
  const footer = part(components, 'FOOTER');
  const buttons = buttonsSchema.parse(part(components, 'BUTTONS')?.buttons);
  const reason = listed.rejected_reason === 'NONE' ? null : (listed.rejected_reason ?? null);
  return {
    id,
    name,
    language,
    kind: kindOf(components, buttons),
    header: header === undefined ? null : headerOf(header),
    body: textSchema.parse(body?.text),
    footer: footer === undefined ? null : textSchema.parse(footer.text),
    buttons: buttons.map(({ text }) => text),
    onlyWords: components.every(wantsOnlyWords) && buttons.every(wantsNothing),
    examples: { header: examplesOf(header, 'header'), body: examplesOf(body, 'body') },
    status: { value: { status: statusOf(listed.status), reason }, at },
    category: { value: listed.category.toUpperCase(), at },
    quality: { value: listed.quality_score?.score.toUpperCase() ?? 'UNKNOWN', at },
  };
}

function part(components: readonly Component[], type: string): Component | undefined {
  return components.find((one) => one.type.toUpperCase() === type);
}

function kindOf(components: readonly Component[], buttons: z.infer<typeof buttonsSchema>): Template['kind'] {
  if (part(components, 'CALL_PERMISSION_REQUEST') !== undefined) return 'callPermission';
  return buttons.some(({ type }) => type.toLowerCase() === 'voice_call') ? 'callInvite' : 'other';
}

const plainParts = ['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CALL_PERMISSION_REQUEST'];

/** Others, such as cards and offers that end, want more. */
function wantsOnlyWords({ type, format }: Component): boolean {
  if (!plainParts.includes(type.toUpperCase())) return false;
  return type.toUpperCase() !== 'HEADER' || format === undefined || format === 'TEXT';
}

/** A button that is sent as it was made. The address of a link may end in a variable. */
function wantsNothing(button: z.infer<typeof buttonsSchema>[number]): boolean {
  const type = button.type.toLowerCase();
  if (type === 'url') return typeof button.url === 'string' && !button.url.includes('{{');
  return ['voice_call', 'quick_reply', 'phone_number'].includes(type);
}

function headerOf({ format, text }: Component): Template['header'] {
  if (typeof text === 'string') return { text };
  return { media: typeof format === 'string' ? format.toUpperCase() : 'UNKNOWN' };
}

function examplesOf(from: Component | undefined, where: 'header' | 'body'): Examples {
  const { header_text, body_text, ...named } = exampleSchema.parse(from?.example);
  const positional = where === 'header' ? header_text : (body_text[0] ?? []);
  const byTheirNames = named[`${where}_text_named_params`].map(({ param_name, example }) => [param_name, example]);
  return Object.fromEntries([...positional.map((example, index) => [String(index + 1), example]), ...byTheirNames]);
}
