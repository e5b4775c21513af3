import type { CreateTemplate, Templates as TemplateList } from '../../contract/api/templates.ts';
import type { createSession } from '../session/session.ts';

/** The company's message templates. Each rejects with a sentence. */
export type Templates = {
  list(): Promise<TemplateList>;
  /** Asks WhatsApp for them anew. */
  sync(): Promise<TemplateList>;
  /** Makes one at WhatsApp. @returns its id */
  create(asked: CreateTemplate): Promise<string>;
};

type Session = Pick<ReturnType<typeof createSession>, 'askRelay'>;

/** What templates need is fetched when it is first asked for: the first screen does without. */
export function createTemplates({ askRelay }: Session): Templates {
  const api = () => import('./template-api.ts');
  return {
    list: () => askRelay(async (relay, token) => (await api()).listTemplates(relay, token)),
    sync: () => askRelay(async (relay, token) => (await api()).syncTemplates(relay, token)),
    create: async (asked) =>
      (await askRelay(async (relay, token) => (await api()).createTemplate(relay, token, asked))).id,
  };
}
