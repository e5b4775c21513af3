/** `GET|POST /{WABA_ID}/message_templates`, with instant review. Meta calling reference §4.4, §12.6. */
import { createTemplateRequestSchema, type MessageTemplate } from '../../contract/meta/graph-messages.ts';
import { newTemplateId } from '../ids.ts';
import { Refusal } from './refusal.ts';
import type { Answer } from './serve.ts';

const example: MessageTemplate = {
  id: '1000000000000001',
  name: 'may_we_call_you',
  language: 'en',
  status: 'APPROVED',
  category: 'UTILITY',
  components: [{ type: 'BODY', text: 'May we call you about {{1}}?' }, { type: 'call_permission_request' }],
};

export class Templates {
  #templates: MessageTemplate[] = [example];

  list(): Answer {
    return { body: { data: this.#templates, paging: { cursors: { before: 'MA', after: 'MA' } } } };
  }

  /** Approved at once: no one reviews here. */
  create(body: unknown): Answer {
    const wanted = createTemplateRequestSchema.parse(body);
    if (!wanted.components.some(({ type }) => type.toUpperCase() === 'BODY'))
      throw new Refusal(100, 'A template needs a BODY');
    if (this.#templates.some(({ name, language }) => name === wanted.name && language === wanted.language)) {
      throw new Refusal(100, 'There is already a template of this name and language');
    }
    const template: MessageTemplate = { ...wanted, id: newTemplateId(), status: 'APPROVED' };
    this.#templates = [...this.#templates, template];
    return { body: { id: template.id, status: template.status, category: template.category }, applied: true };
  }

  approved(name: string, language: string): MessageTemplate {
    const found = this.#templates.find(
      (one) => one.name === name && one.language === language && one.status === 'APPROVED',
    );
    if (found === undefined) throw new Refusal(132001, `${name} in ${language}`);
    return found;
  }
}
