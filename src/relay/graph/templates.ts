import { z } from 'zod';
import {
  asksForCallPermission,
  type MessageTemplate,
  messageTemplateSchema,
} from '../../contract/meta/graph-messages.ts';
import { eachReadable } from '../../contract/meta/wire.ts';
import { type AskTemplate, countVariables } from '../../domain/permission/template.ts';
import type { GraphClient, GraphRefusal, GraphSilence } from './client.ts';

export type Listed = { status: 'listed'; templates: AskTemplate[] } | GraphRefusal | GraphSilence;

const pageSchema = z.object({
  data: eachReadable(messageTemplateSchema),
  paging: z
    .object({ cursors: z.object({ after: z.string() }).partial().optional(), next: z.string().optional() })
    .optional()
    .catch(undefined),
});

/** Meta has at most 250 templates for an account (§7); this many pages hold them all. */
const mostPages = 5;

/** `GET /{account id}/message_templates`: the approved ones that ask for permission to call (Meta calling reference §12.6). */
export async function listAskTemplates(graph: GraphClient, wabaId: string): Promise<Listed> {
  const templates: AskTemplate[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const answer = await graph.get(`/${encodeURIComponent(wabaId)}/message_templates`, {
      fields: 'name,category,status,language,components',
      status: 'approved',
      limit: '100',
      ...(after === undefined ? {} : { after }),
    });
    if (answer.status !== 'answered') return answer;
    const read = pageSchema.safeParse(answer.json);
    if (!read.success) return { status: 'unknown', reason: 'message_templates not understood' };
    templates.push(...read.data.data.filter(isUsable).map(toAskTemplate));
    after = read.data.paging?.cursors?.after;
    if (read.data.paging?.next === undefined || after === undefined) break;
  }
  return { status: 'listed', templates };
}

function isUsable(template: MessageTemplate): boolean {
  return template.status.toUpperCase() === 'APPROVED' && asksForCallPermission(template) && !hasOpenHeader(template);
}

/** A header that wants a picture or a word of its own, which one message of an agent does not give. */
function hasOpenHeader({ components }: MessageTemplate): boolean {
  const header = components.find(({ type }) => type.toUpperCase() === 'HEADER');
  if (header === undefined) return false;
  return typeof header.text !== 'string' || countVariables(header.text) > 0;
}

function toAskTemplate({ name, language, components }: MessageTemplate): AskTemplate {
  const body = components.find(({ type }) => type.toUpperCase() === 'BODY')?.text;
  const text = typeof body === 'string' ? body : '';
  return { name, language, body: text, variables: countVariables(text) };
}
