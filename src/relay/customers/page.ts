import { sql } from 'kysely';
import type { CustomerChannel, CustomerEvent, CustomerPage } from '../../contract/api/customers.ts';
import { standingAt } from '../../domain/permission/gate.ts';
import { limitSets } from '../../domain/permission/rules.ts';
import { permissionStory } from '../../domain/permission/story.ts';
import { windowAt } from '../../domain/window/window.ts';
import { toChannel, toCustomer } from '../calls/facts.ts';
import { sentenceFor } from '../calls/sentence.ts';
import { type AgentRow, serves } from '../people/agents.ts';
import { closedNow, closesAt } from '../permission/closed.ts';
import { factsOf } from '../permission/facts.ts';
import type { ChannelRow } from '../store/channels.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Db } from '../store/database.ts';
import { callsWith } from '../store/history.ts';
import { messagesFrom, type ReceivedMessage } from '../store/received-messages.ts';
import { messagesTo, type SentMessage } from '../store/sent-messages.ts';
import { cardOf } from './card.ts';

/** The timeline goes back so many events. */
const longest = 200;
/** One more tells whether there are older ones. */
const fetched = longest + 1;

/** Everything about a customer that an agent of these channels may know. */
export async function pageOf(db: Db, agent: AgentRow, customer: CustomerRow, now: number): Promise<CustomerPage> {
  const channels = (await channelsWith(db, customer.id)).filter(({ id }) => serves(agent, id));
  const ids = channels.map(({ id }) => id);
  const standings: CustomerChannel[] = [];
  const timeline: CustomerEvent[] = [];
  for (const { in_touch_at, ...channel } of channels) {
    const pair = { channelId: channel.id, customerId: customer.id };
    const rules = limitSets[channel.permission_limits];
    const facts = await factsOf(db, pair);
    standings.push({
      channel: toChannel(channel),
      closed: closedNow(channel, now),
      closesAt: closesAt(channel, now),
      standing: standingAt(facts, now, rules),
      window: windowAt(in_touch_at, now),
      nudgedAfter: rules.nudgedAfter,
      revokedAfter: rules.revokedAfter,
    });
    timeline.push(...permissionStory(facts, now, rules).map((entry) => ({ ...entry, channelId: channel.id })));
    timeline.push(...(await messagesTo(db, pair, fetched)).map(toSent));
    timeline.push(...(await messagesFrom(db, pair, fetched)).map(toWrote));
  }
  const inviters = await invitersOf(db, customer.id);
  const reasons = await reasonsOf(db, customer.id);
  for (const record of await callsWith(db, customer.id, ids, fetched)) {
    const { callId, calledAt: at, channel } = record;
    timeline.push({
      key: `call/${callId}`,
      at,
      channelId: channel.id,
      kind: 'called',
      record,
      invitedBy: inviters.get(callId) ?? null,
      reason: reasons.get(callId) ?? null,
    });
  }
  timeline.sort((a, b) => b.at - a.at);
  const card = await cardOf(db, customer);
  return {
    customer: toCustomer(customer),
    card,
    now,
    channels: standings,
    timeline: timeline.slice(0, longest),
    older: timeline.length > longest,
  };
}

function toSent(message: SentMessage & { agent_name: string | null }): CustomerEvent {
  const { id, sent_at: at, channel_id: channelId, agent_name: agentName, by, body: text, state, code } = message;
  const sentence = state === 'failed' ? whyFailed(code) : null;
  const told = { key: `message/${id}`, at, channelId, agentName, by, text, state, sentence };
  if (message.purpose === 'permissionRequest') return { ...told, kind: 'asked' };
  return { ...told, kind: message.purpose === 'callInvitation' ? 'invited' : 'texted' };
}

function whyFailed(code: string | null): string | null {
  return code === 'notSent' ? 'WhatsApp could not be reached.' : sentenceFor(code);
}

function toWrote({ id, at, channel_id: channelId, kind: type, body: text, read_at }: ReceivedMessage): CustomerEvent {
  return { key: `received/${id}`, at, channelId, kind: 'wrote', messageId: id, type, text, unread: read_at === null };
}

/** By whose invitation a customer called, by call. */
async function invitersOf(db: Db, customerId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('call')
    .innerJoin('agent', 'agent.id', 'call.invited_by')
    .select(['call.id', 'agent.name'])
    .where('call.customer_id', '=', customerId)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Why agents called although it might cost the permission, by call. */
async function reasonsOf(db: Db, customerId: string): Promise<Map<string, string>> {
  const reason = sql<string | null>`json_extract(state, '$.reason')`;
  const rows = await db
    .selectFrom('call')
    .select(['id', reason.as('reason')])
    .where('customer_id', '=', customerId)
    .where('direction', '=', 'outbound')
    .where(reason, 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ id, reason: said }) => (said === null ? [] : [[id, said]])));
}

/** The channels that had to do with a customer. */
export function channelsWith(db: Db, customerId: string): Promise<(ChannelRow & { in_touch_at: number | null })[]> {
  return db
    .selectFrom('acquaintance')
    .innerJoin('channel', 'channel.id', 'acquaintance.channel_id')
    .where('acquaintance.customer_id', '=', customerId)
    .selectAll('channel')
    .select('acquaintance.in_touch_at')
    .orderBy('channel.name')
    .execute();
}
