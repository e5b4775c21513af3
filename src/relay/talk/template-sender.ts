import type { SendTemplate, TemplatesToSend } from '../../contract/api/talk.ts';
import { payloadFrom } from '../../domain/invitation/payload.ts';
import { filledWords, type Purpose, sendableOf, whyNotSend } from '../../domain/templates/sendable.ts';
import { byTemplate } from '../graph/messages.ts';
import type { AgentRow } from '../people/agents.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { TemplateFinder } from '../templates/finder.ts';
import type { Composed, MessageSender, SendOutcome } from './sender.ts';
import { talkProblem } from './talk-problems.ts';

type Deps = { sender: MessageSender; templates: TemplateFinder };

/** Writes to customers, and invites them to call, outside their service window: by approved templates. */
export class TemplateSender {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** What can be sent to a customer, the best first. */
  async choices(wabaId: string, customer: CustomerRow, purpose: Purpose): Promise<TemplatesToSend> {
    const found = await this.#find(wabaId, customer, purpose);
    if (found.status === 'found') return { templates: [...found.templates], problem: null };
    return { templates: [], problem: problemOf(found.status, purpose).sentence };
  }

  /** The call of a customer who is invited comes back to the agent who invites. */
  async send(agent: AgentRow, wabaId: string, customer: CustomerRow, asked: SendTemplate): Promise<SendOutcome> {
    const { sender, templates } = this.#deps;
    const compose = () => this.#compose(agent, wabaId, customer, asked);
    const outcome = await sender.send(agent, asked.channelId, customer, asked.messageId, compose);
    if (!outcome.ok && outcome.problem.code.startsWith('meta.132')) templates.forget(wabaId);
    return outcome;
  }

  async #compose(
    agent: AgentRow,
    wabaId: string,
    customer: CustomerRow,
    { template: { name, language }, values, minutes }: SendTemplate,
  ): Promise<Composed> {
    const purpose = minutes === null ? 'text' : 'callInvitation';
    const found = await this.#find(wabaId, customer, purpose);
    if (found.status !== 'found') return { problem: problemOf(found.status, purpose) };
    const template = found.templates.find((one) => one.name === name && one.language === language);
    if (template === undefined) return { problem: talkProblem.templateGone };
    const why = whyNotSend(template, values);
    if (why !== null) return { problem: { code: 'talk.templateWords', sentence: why } };
    const button = minutes === null ? null : { minutes, payload: payloadFrom(agent.id) };
    const content = byTemplate(template, values, button);
    return { purpose, by: 'template', body: filledWords(template, values), content };
  }

  #find(wabaId: string, { phone }: CustomerRow, purpose: Purpose) {
    return this.#deps.templates.forCustomer(wabaId, phone, (one) => sendableOf(one, purpose));
  }
}

function problemOf(status: 'none' | 'unknown', purpose: Purpose) {
  if (status === 'unknown') return talkProblem.unknown;
  return purpose === 'text' ? talkProblem.none : talkProblem.noInvitation;
}
