/** Message templates: listed in pages, made with Meta's checks, reviewed. Meta calling reference §4.4, §6.2, §7, §12.6. */
import { z } from 'zod';
import { createTemplateRequestSchema, type MessageTemplate } from '../../contract/meta/graph-messages.ts';
import type { Behaviour } from '../behaviour.ts';
import { Refusal } from '../graph/refusal.ts';
import type { Answer } from '../graph/serve.ts';
import { newTemplateId } from '../ids.ts';
import type { Change } from '../webhooks/change.ts';
import { checkTemplate, refuseTemplate } from './check.ts';

const example: MessageTemplate = {
  id: '1000000000000001',
  name: 'may_we_call_you',
  language: 'en',
  status: 'APPROVED',
  category: 'UTILITY',
  components: [{ type: 'BODY', text: 'May we call you about {{1}}?' }, { type: 'call_permission_request' }],
};

/** A template that customers do not like is flagged, and can be sent until it is paused. */
const sendable = ['APPROVED', 'REINSTATED', 'FLAGGED'];

const most = 250;

const listSchema = z.object({
  limit: z.coerce.number().int().min(1).max(1_000).default(25),
  after: z.string().optional(),
  status: z.string().optional(),
  name: z.string().optional(),
});

type Deps = { behaviour: () => Behaviour; send: (change: Change) => void };

export class Templates {
  readonly #deps: Deps;
  #templates: MessageTemplate[] = [example];

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  list(query: unknown): Answer {
    const { limit, after, status, name } = listSchema.parse(query);
    const all = this.#templates.filter(
      (one) =>
        (status === undefined || one.status === status.toUpperCase()) &&
        (name === undefined || one.name.includes(name)),
    );
    const start = after === undefined ? 0 : Number(Buffer.from(after, 'base64').toString());
    const end = start + limit;
    const cursor = (index: number): string => Buffer.from(String(index)).toString('base64');
    const next = end < all.length ? { next: 'https://graph.facebook.com/next' } : {};
    return {
      body: {
        data: all.slice(start, end),
        paging: { cursors: { before: cursor(start), after: cursor(end) }, ...next },
      },
    };
  }

  /** Taken as PENDING; the review follows by webhook as `templateReview` says. */
  create(body: unknown): Answer {
    const wanted = createTemplateRequestSchema.parse(body);
    checkTemplate(wanted);
    if (this.#templates.some(({ name, language }) => name === wanted.name && language === wanted.language))
      throw refuseTemplate(2388024);
    if (this.#templates.length >= most) throw refuseTemplate(2388019);
    const template: MessageTemplate = { ...wanted, id: newTemplateId(), status: 'PENDING' };
    this.#templates = [...this.#templates, template];
    const review = this.#deps.behaviour().templateReview;
    return {
      body: { id: template.id, status: template.status, category: template.category },
      applied: true,
      after: () => {
        if (review !== 'waits') this.review(template.id, review === 'approves' ? 'APPROVED' : 'REJECTED');
      },
    };
  }

  /** Meta says something of a template. @returns false when there is none of this id */
  review(id: string, event: string, reason = event === 'REJECTED' ? 'INVALID_FORMAT' : 'NONE'): boolean {
    const found = this.#templates.find((one) => one.id === id);
    if (found === undefined) return false;
    const reviewed = { ...found, status: event, rejected_reason: reason };
    this.#templates = this.#templates.map((one) => (one.id === id ? reviewed : one));
    this.#deps.send({
      field: 'message_template_status_update',
      about: { kind: 'other', id },
      time: Math.floor(Date.now() / 1000),
      value: {
        event,
        message_template_id: Number(id),
        message_template_name: found.name,
        message_template_language: found.language,
        reason,
      },
    });
    return true;
  }

  approved(name: string, language: string): MessageTemplate {
    const found = this.#templates.find((one) => one.name === name && one.language === language);
    if (found?.status === 'PAUSED') throw new Refusal(132015);
    if (found?.status === 'DISABLED') throw new Refusal(132016);
    if (found === undefined || !sendable.includes(found.status)) throw new Refusal(132001, `${name} in ${language}`);
    return found;
  }
}
