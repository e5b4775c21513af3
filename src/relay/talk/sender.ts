import type { Transaction } from 'kysely';
import type { Invite, SendText } from '../../contract/api/talk.ts';
import type { Problem } from '../../contract/desk/words.ts';
import { payloadFrom } from '../../domain/invitation/payload.ts';
import { type MessageState, mayRepeat } from '../../domain/messages/progress.ts';
import { windowAt } from '../../domain/window/window.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import { sentenceFor } from '../calls/sentence.ts';
import type { CustomerAnnouncer } from '../customers/announcer.ts';
import type { GraphClient } from '../graph/client.ts';
import { callButton, forLog, type MessageContent, plainText, type Sent, sendMessage } from '../graph/messages.ts';
import type { Log } from '../log.ts';
import type { AgentRow } from '../people/agents.ts';
import { inTouchAt, meet, type Pair } from '../store/acquaintances.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Db } from '../store/database.ts';
import { keepMessage, messageById, type SentMessage, saveGiven } from '../store/sent-messages.ts';
import type { Tables } from '../store/tables.ts';
import { talkProblem } from './talk-problems.ts';

type Deps = {
  db: Db;
  desk: CallDesk;
  graph: GraphClient;
  customers: CustomerAnnouncer;
  log: Log;
  now: () => number;
};

type Trx = Transaction<Tables>;
/** What is to be sent. A free message needs the service window, a template is for outside of it. */
export type Letter = {
  purpose: 'text' | 'callInvitation';
  by: SentMessage['by'];
  body: string;
  content: MessageContent;
};
export type Composed = Letter | { problem: Problem };
/** `state`: it is in the conversation now, also when it is not known whether it was sent. */
export type SendOutcome = { ok: true; state: MessageState } | { ok: false; problem: Problem };

/** Writes to customers: freely while their service window is open, by a template outside of it (`template-sender.ts`). */
export class MessageSender {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  text(agent: AgentRow, customer: CustomerRow, { channelId, messageId: id, text }: SendText): Promise<SendOutcome> {
    const letter: Letter = { purpose: 'text', by: 'message', body: text, content: plainText(text) };
    return this.send(agent, channelId, customer, id, async () => letter);
  }

  /** The customer's call comes back to the agent who invites. */
  invite(agent: AgentRow, customer: CustomerRow, invitation: Invite): Promise<SendOutcome> {
    const { channelId, messageId: id, text: body } = invitation;
    const content = callButton({ ...invitation, payload: payloadFrom(agent.id) });
    const letter: Letter = { purpose: 'callInvitation', by: 'message', body, content };
    return this.send(agent, channelId, customer, id, async () => letter);
  }

  /**
   * Sent twice with the same id it leaves once. What Meta did not answer is not sent again.
   *
   * @param compose asked only where something will leave
   */
  async send(
    agent: AgentRow,
    channelId: string,
    customer: CustomerRow,
    id: string,
    compose: () => Promise<Composed>,
  ): Promise<SendOutcome> {
    const { db, desk, graph, log, now } = this.#deps;
    const pair = { channelId, customerId: customer.id };
    const known = await messageById(db, id);
    if (known && (known.agent_id !== agent.id || known.customer_id !== customer.id))
      return { ok: false, problem: talkProblem.notYours };
    // What certainly did not leave may be tried again.
    if (known && !mayRepeat(known)) return outcomeOf(known);
    const letter = await compose();
    if ('problem' in letter) return { ok: false, problem: letter.problem };
    const message: SentMessage = {
      id,
      wamid: null,
      channel_id: channelId,
      customer_id: customer.id,
      agent_id: agent.id,
      purpose: letter.purpose,
      by: letter.by,
      body: letter.body,
      sent_at: now(),
      state: 'sending',
      state_at: now(),
      code: null,
    };
    const begun = await desk.transact((trx) => this.#begin(trx, pair, message));
    if (begun !== 'begun') return begun;
    const tracking = message.id;
    const sent = await sendMessage(graph, { channelId, to: customer, tracking, content: letter.content });
    log.info(
      { agentId: agent.id, customerId: customer.id, purpose: letter.purpose, by: letter.by, ...forLog(sent) },
      'Message given to WhatsApp',
    );
    return this.#conclude(message, sent);
  }

  /** Looks again in the transaction: the same message may have come twice at once. */
  async #begin(trx: Trx, pair: Pair, message: SentMessage): Promise<'begun' | SendOutcome> {
    const { now } = this.#deps;
    const known = await messageById(trx, message.id);
    if (known && !mayRepeat(known)) return outcomeOf(known);
    const { open } = windowAt(await inTouchAt(trx, pair), now());
    if (message.by === 'message' && !open) return { ok: false, problem: talkProblem.windowClosed };
    if (message.by === 'template' && open) return { ok: false, problem: talkProblem.windowOpen };
    await keepMessage(trx, message);
    await meet(trx, pair, null, now());
    return 'begun';
  }

  async #conclude(message: SentMessage, sent: Sent): Promise<SendOutcome> {
    const { desk, customers, now } = this.#deps;
    const saved = await desk.transact((trx) => saveGiven(trx, message, sent, now()));
    customers.changed(saved.customer_id);
    return outcomeOf(saved);
  }
}

function outcomeOf({ state, wamid, code }: SentMessage): SendOutcome {
  if (state !== 'failed' || wamid !== null) return { ok: true, state };
  if (code === null || code === 'notSent') return { ok: false, problem: talkProblem.notSent };
  return { ok: false, problem: { code: `meta.${code}`, sentence: sentenceFor(code) ?? talkProblem.notSent.sentence } };
}
