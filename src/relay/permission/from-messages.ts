import type { Transaction } from 'kysely';
import { isFurther } from '../../domain/messages/progress.ts';
import type { PermissionFact } from '../../domain/permission/fact.ts';
import { meet, type Pair } from '../store/acquaintances.ts';
import { type Join, meetCustomer } from '../store/customers.ts';
import { keepReceived } from '../store/received-messages.ts';
import { keepAnswer } from '../store/request-answers.ts';
import { messageOf, type SentMessage, saveState } from '../store/sent-messages.ts';
import type { Tables } from '../store/tables.ts';
import type { HeardMessage, HeardReply, HeardStatus } from '../webhook/read-messages.ts';
import { learn } from './facts.ts';

type Trx = Transaction<Tables>;

/** Something about a customer that open desks show; `came`: they did something, so lists show them anew; `answeredTo`: whose request it answers. */
export type CustomerNews = Pair & { came: boolean; answeredTo: string | null };
/** What became of a request. */
export type KeptAnswer = HeardReply['answer'] | { kind: 'undelivered'; code: string | null };

/** Applies what the field `messages` told, in the transaction of its delivery. @returns null when it is about nobody we know */
export async function applyMessage(
  trx: Trx,
  heard: HeardMessage,
  at: number,
  joins: Join[],
): Promise<CustomerNews | null> {
  const channelId = heard.channel.id;
  if (heard.kind === 'messageStatus') return applyStatus(trx, heard, heard.at);
  const { id: customerId } = await meetCustomer(trx, heard.contact, at, joins);
  const pair = { channelId, customerId };
  await meet(trx, pair, heard.kind === 'wrote' ? heard.at : null, heard.at);
  if (heard.kind === 'wrote') {
    const { messageId: id, type: kind, text: body, at: writtenAt } = heard;
    await keepReceived(trx, { id, channel_id: channelId, customer_id: customerId, kind, body, at: writtenAt });
    return { ...pair, came: true, answeredTo: null };
  }
  const { messageId, answer, source, about } = heard;
  const key = `replied/${messageId}`;
  await learn(trx, pair, { key, at: heard.at, kind: 'replied', answer, source, about });
  const request = about === null ? undefined : await messageOf(trx, about, null);
  const answeredTo = request?.agent_id ?? null;
  await keepFor(trx, answeredTo, pair, key, heard.at, answer);
  // After a call WhatsApp answers for the customer; lists do not follow calls.
  return { ...pair, came: source === 'customer', answeredTo };
}

async function applyStatus(trx: Trx, heard: HeardStatus, at: number): Promise<CustomerNews | null> {
  const known = await messageOf(trx, heard.wamid, heard.tracking);
  if (known === undefined) return null;
  const message = { ...known, wamid: heard.wamid };
  if (known.wamid === null || isFurther(heard.state, known.state)) {
    const state = isFurther(heard.state, known.state) ? heard.state : known.state;
    await saveState(trx, known.id, { wamid: heard.wamid, state, state_at: at, code: heard.code ?? known.code });
  }
  for (const fact of factsOfStatus(message, heard, at)) await learn(trx, pairOf(message), fact);
  const pair = pairOf(message);
  const isUndelivered = heard.state === 'failed' && message.purpose === 'permissionRequest';
  const answeredTo = isUndelivered ? message.agent_id : null;
  await keepFor(trx, answeredTo, pair, `failed/${message.wamid}`, at, { kind: 'undelivered', code: heard.code });
  return { ...pair, came: false, answeredTo };
}

/** Keeps what became of a request for the agent who asked, where there is one. @param key of the fact that says it */
export async function keepFor(
  trx: Trx,
  agentId: string | null,
  { channelId, customerId }: Pair,
  key: string,
  at: number,
  answer: KeptAnswer,
): Promise<void> {
  if (agentId === null) return;
  const kept = { key, agent_id: agentId, channel_id: channelId, customer_id: customerId, at };
  await keepAnswer(trx, { ...kept, answer: JSON.stringify(answer) });
}

function factsOfStatus(message: SentMessage & { wamid: string }, heard: HeardStatus, at: number): PermissionFact[] {
  if (message.purpose !== 'permissionRequest') return [];
  const { wamid: requestId } = message;
  const asked = askedFact(message);
  if (heard.state === 'failed')
    return [asked, { key: `failed/${requestId}`, at, kind: 'askFailed', requestId, code: heard.code }];
  if (heard.state === 'sent') return [asked];
  // `read` may be the only proof of delivery (§12.2), but never hides an earlier one: each has a key of its own.
  return [asked, { key: `${heard.state}/${requestId}`, at, kind: 'askDelivered', requestId }];
}

/** A request for permission that has a name at Meta. */
export function askedFact({ wamid, sent_at, agent_id, by }: SentMessage & { wamid: string }): PermissionFact {
  return { key: `asked/${wamid}`, at: sent_at, kind: 'asked', requestId: wamid, agentId: agent_id, by };
}

export function pairOf({ channel_id, customer_id }: SentMessage): Pair {
  return { channelId: channel_id, customerId: customer_id };
}
