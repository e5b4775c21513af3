import { createTemplateResponseSchema, templatePageSchema } from '../../contract/meta/graph-messages.ts';
import type { TemplateDraft } from '../../domain/templates/draft.ts';
import { statusOf, type Template } from '../../domain/templates/template.ts';
import type { GraphClient, GraphRefusal, GraphSilence } from './client.ts';
import { toRequest, toTemplate } from './template-wire.ts';

export type Listed = { status: 'listed'; templates: Template[] } | GraphRefusal | GraphSilence;
export type Created = { status: 'created'; template: Template } | GraphRefusal | GraphSilence;

/** Meta has at most 250 templates for an account (§7), but allows more to some; this many pages hold them all. */
const mostPages = 60;

/**
 * `GET /{account id}/message_templates`: every template of an account (Meta calling reference §12.6).
 *
 * @param at when it was asked: what a webhook tells later counts more. ms
 */
export async function listTemplates(graph: GraphClient, wabaId: string, at: number): Promise<Listed> {
  const templates: Template[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const answer = await graph.get(pathOf(wabaId), {
      fields: 'name,category,status,language,components,rejected_reason,quality_score',
      limit: '100',
      ...(after === undefined ? {} : { after }),
    });
    if (answer.status !== 'answered') return answer;
    const read = templatePageSchema.safeParse(answer.json);
    if (!read.success) return { status: 'unknown', reason: 'message_templates not understood' };
    templates.push(...read.data.data.map((one) => toTemplate(one, at)));
    after = read.data.paging?.cursors?.after;
    if (read.data.paging?.next === undefined || after === undefined) return { status: 'listed', templates };
  }
  return { status: 'unknown', reason: 'message_templates has no end' };
}

/** `POST /{account id}/message_templates`. It never tries twice: that is the caller's rule. */
export async function createTemplate(
  graph: GraphClient,
  wabaId: string,
  draft: TemplateDraft,
  at: number,
): Promise<Created> {
  const wanted = toRequest(draft);
  const answer = await graph.post(pathOf(wabaId), wanted);
  if (answer.status !== 'answered') return answer;
  const made = createTemplateResponseSchema.safeParse(answer.json);
  if (!made.success) return { status: 'unknown', reason: 'message_templates not understood' };
  const { id, status, category = wanted.category } = made.data;
  const template = toTemplate({ ...wanted, id, status, category }, at);
  return {
    status: 'created',
    template: { ...template, status: { value: { status: statusOf(status), reason: null }, at } },
  };
}

function pathOf(wabaId: string): string {
  return `/${encodeURIComponent(wabaId)}/message_templates`;
}
