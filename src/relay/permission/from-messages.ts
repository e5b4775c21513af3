import type { Transaction } from 'kysely';
import { isFurther } from '../../domain/messages/progress.ts';
import type { PermissionFact } from '../../domain/permission/fact.ts';
import { meet, type Pair } from '../store/acquaintances.ts';
import { type Join, meetCustomer } from '../store/customers.ts';
import { keepReceived } from '../store/received-messages.ts';
import { messageOf, type SentMessage, saveState } from '../store/sent-messages.ts';
import type { Tables } from '../store/tables.ts';
import type { HeardMessage, HeardReply, HeardStatus } from '../webhook/read-messages.ts';
import { learn } from './facts.ts';

type Trx = Transaction<Tables>;

/** Something about a customer that open desks show; `answered` when they answered a request of an agent, `wrote` when they sent a message. */
export type CustomerNews = Pair & { answered: Answered | null; wrote: boolean };
export type Answered = {
  agentId: string;
  answer: HeardReply['answer'] | { kind: 'undelivered'; code: string | null };
};

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
    return { ...pair, answered: null, wrote: true };
  }
  const { messageId, answer, source, about } = heard;
  await learn(trx, pair, { key: `replied/${messageId}`, at: heard.at, kind: 'replied', answer, source, about });
  const request = about === null ? undefined : await messageOf(trx, about, null);
  const agentId = request?.agent_id ?? null;
  return { ...pair, answered: agentId === null ? null : { agentId, answer }, wrote: false };
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
  const { agent_id: agentId } = message;
  const undelivered = heard.state === 'failed' && message.purpose === 'permissionRequest' && agentId !== null;
  const answered = undelivered ? { agentId, answer: { kind: 'undelivered', code: heard.code } as const } : null;
  return { ...pairOf(message), answered, wrote: false };
}

function factsOfStatus(message: SentMessage & { wamid: string }, heard: HeardStatus, at: number): PermissionFact[] {
  if (message.purpose !== 'permissionRequest') return [];
  const { wamid: requestId } = message;
  const asked = askedFact(message);
  if (heard.state === 'failed')
    return [asked, { key: `failed/${requestId}`, at, kind: 'askFailed', requestId, code: heard.code }];
  if (heard.state === 'sent') return [asked];
  return [asked, { key: `delivered/${requestId}`, at, kind: 'askDelivered', requestId }];
}

/** A request for permission that has a name at Meta. */
export function askedFact({ wamid, sent_at, agent_id, by }: SentMessage & { wamid: string }): PermissionFact {
  return { key: `asked/${wamid}`, at: sent_at, kind: 'asked', requestId: wamid, agentId: agent_id, by };
}

export function pairOf({ channel_id, customer_id }: SentMessage): Pair {
  return { channelId: channel_id, customerId: customer_id };
}
