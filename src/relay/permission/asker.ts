import type { Transaction } from 'kysely';
import type { Ask, AskPlan } from '../../contract/api/customers.ts';
import type { Problem } from '../../contract/desk/words.ts';
import { mayRepeat } from '../../domain/messages/progress.ts';
import { filled } from '../../domain/permission/template.ts';
import { whyNotAsk } from '../../domain/permission/words.ts';
import { askTemplateOf } from '../../domain/templates/template.ts';
import { windowAt } from '../../domain/window/window.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import { sentenceFor } from '../calls/sentence.ts';
import type { CustomerAnnouncer } from '../customers/announcer.ts';
import type { GraphClient } from '../graph/client.ts';
import { askByTemplate, askFreely, forLog, type MessageContent, type Sent, sendMessage } from '../graph/messages.ts';
import type { Log } from '../log.ts';
import type { AgentRow } from '../people/agents.ts';
import { inTouchAt, meet, type Pair } from '../store/acquaintances.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Db } from '../store/database.ts';
import { keepMessage, messageById, messagesTo, type SentMessage, saveGiven } from '../store/sent-messages.ts';
import type { Tables } from '../store/tables.ts';
import type { TemplateFinder } from '../templates/finder.ts';
import type { AnswerTeller } from './answer-teller.ts';
import { askProblem } from './ask-problems.ts';
import { factsOf, learn, standingOf } from './facts.ts';
import { refusedFact } from './from-calls.ts';
import { askedFact, keepFor } from './from-messages.ts';
import type { PermissionLooker } from './looker.ts';

type Deps = {
  db: Db;
  desk: CallDesk;
  graph: GraphClient;
  looker: PermissionLooker;
  templates: TemplateFinder;
  customers: CustomerAnnouncer;
  answers: AnswerTeller;
  log: Log;
  now: () => number;
};

type Trx = Transaction<Tables>;
type Way = { by: SentMessage['by']; content: MessageContent; body: string | null };
export type AskOutcome = { ok: true; by: SentMessage['by'] } | { ok: false; problem: Problem };

/** Asks customers for permission to call: freely while the service window is open, by a template otherwise. */
export class PermissionAsker {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** How a customer would be asked now. */
  async plan(wabaId: string, channelId: string, customer: CustomerRow): Promise<AskPlan> {
    const { db, templates, now } = this.#deps;
    const window = windowAt(await inTouchAt(db, { channelId, customerId: customer.id }), now());
    if (window.open) return { by: 'message', until: window.until, now: now() };
    const found = await templates.forCustomer(wabaId, customer.phone, askTemplateOf);
    if (found.status !== 'found') return { by: 'nothing', sentence: askProblem[found.status].sentence };
    return { by: 'template', templates: found.templates };
  }

  /** Asked twice with the same id it is sent once. What Meta did not answer is not sent again. */
  async ask(agent: AgentRow, wabaId: string, customer: CustomerRow, asked: Ask): Promise<AskOutcome> {
    const { db, desk, graph, log, now } = this.#deps;
    const pair = { channelId: asked.channelId, customerId: customer.id };
    const known = await messageById(db, asked.requestId);
    if (known && known.agent_id !== agent.id) return refused('underWay');
    // What certainly did not leave may be tried again.
    if (known && !mayRepeat(known)) return outcomeOf(known);
    const way = await this.#wayTo(wabaId, pair, customer, asked);
    if ('problem' in way) return { ok: false, problem: way.problem };
    const message: SentMessage = {
      id: asked.requestId,
      wamid: null,
      channel_id: pair.channelId,
      customer_id: pair.customerId,
      agent_id: agent.id,
      purpose: 'permissionRequest',
      by: way.by,
      body: way.body,
      sent_at: now(),
      state: 'sending',
      state_at: now(),
      code: null,
    };
    const problem = await desk.transact((trx) => this.#begin(trx, pair, message));
    if (problem) return { ok: false, problem };
    const { channelId } = pair;
    const sent = await sendMessage(graph, { channelId, to: customer, tracking: message.id, content: way.content });
    log.info({ agentId: agent.id, customerId: customer.id, by: way.by, ...forLog(sent) }, 'Permission asked for');
    return this.#conclude(wabaId, pair, message, sent);
  }

  async #wayTo(
    wabaId: string,
    pair: Pair,
    customer: CustomerRow,
    { message: said, by: told, template: chosen }: Ask,
  ): Promise<Way | { problem: Problem }> {
    const { db, templates, now } = this.#deps;
    const message = said || null;
    if (windowAt(await inTouchAt(db, pair), now()).open) {
      return { by: 'message', content: askFreely(message), body: message };
    }
    // Nobody pays for what they were told is free.
    if (told === 'message') return { problem: askProblem.windowClosed };
    const found = await templates.forCustomer(wabaId, customer.phone, askTemplateOf);
    if (found.status !== 'found') return { problem: askProblem[found.status] };
    const template = found.templates.find(
      (one) => chosen === undefined || (one.name === chosen.name && one.language === chosen.language),
    );
    if (template === undefined) return { problem: askProblem.templateGone };
    if (template.variables > 0 && message === null) return { problem: askProblem.messageNeeded };
    return { by: 'template', content: askByTemplate(template, message), body: filled(template, message) };
  }

  /** @returns why not */
  async #begin(trx: Trx, pair: Pair, message: SentMessage): Promise<Problem | null> {
    const { now } = this.#deps;
    const { mayAsk } = await standingOf(trx, pair, now());
    if (!mayAsk.allowed) return { code: `ask.${mayAsk.why}`, sentence: whyNotAsk(mayAsk, now()) };
    const underWay = (await messagesTo(trx, pair)).some(
      ({ state, purpose }) => state === 'sending' && purpose === 'permissionRequest',
    );
    if (underWay) return askProblem.underWay;
    await keepMessage(trx, message);
    await meet(trx, pair, null, now());
    return null;
  }

  async #conclude(wabaId: string, pair: Pair, message: SentMessage, sent: Sent): Promise<AskOutcome> {
    const { desk, customers, answers, looker, templates, now } = this.#deps;
    const { saved, isAnswered } = await desk.transact(async (trx) => {
      const saved = await saveGiven(trx, message, sent, now());
      const { wamid } = saved;
      const fact = sent.status === 'refused' ? refusedFact(`refused/${message.id}`, sent, now()) : null;
      if (wamid === null && fact) await learn(trx, pair, fact);
      if (sent.status !== 'sent') return { saved, isAnswered: false };
      await learn(trx, pair, askedFact({ ...saved, wamid: sent.wamid }));
      const facts = await factsOf(trx, pair);
      const reply = facts.find((one) => one.kind === 'replied' && one.about === wamid);
      if (reply?.kind !== 'replied') return { saved, isAnswered: false };
      await keepFor(trx, saved.agent_id, pair, reply.key, reply.at, reply.answer);
      return { saved, isAnswered: true };
    });
    customers.changed(pair.customerId);
    // The customer was quicker than Meta's answer to us.
    if (isAnswered && saved.agent_id !== null) answers.tell(saved.agent_id);
    if (sent.status === 'unknown') void looker.look(pair, 0);
    if (sent.status === 'refused' && sent.code.startsWith('132')) templates.forget(wabaId);
    return outcomeOf(saved);
  }
}

function outcomeOf({ by, state, code }: SentMessage): AskOutcome {
  if (state === 'sending') return refused('underWay');
  if (state === 'unknown') return refused('notKnown');
  if (state !== 'failed') return { ok: true, by };
  if (code === 'notSent') return refused('notSent');
  return { ok: false, problem: { code: `meta.${code}`, sentence: sentenceFor(code) ?? askProblem.notSent.sentence } };
}

function refused(why: keyof typeof askProblem): AskOutcome {
  return { ok: false, problem: askProblem[why] };
}
