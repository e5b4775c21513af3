import type { CallDesk } from '../calls/call-desk.ts';
import type { CustomerAnnouncer } from '../customers/announcer.ts';
import type { GraphClient } from '../graph/client.ts';
import { sendReadReceipt } from '../graph/messages.ts';
import { type AgentRow, channelsOf } from '../people/agents.ts';
import { readNow } from '../store/received-messages.ts';

type Deps = { desk: CallDesk; graph: GraphClient; customers: CustomerAnnouncer; now: () => number };

/** An agent has had messages before their eyes: they are read for the whole company, and the customer sees it too. @returns how many were not read before */
export async function markRead(
  { desk, graph, customers, now }: Deps,
  agent: AgentRow,
  customerId: string,
  messageIds: readonly string[],
): Promise<number> {
  const read = await desk.transact((trx) => readNow(trx, customerId, channelsOf(agent), messageIds, now()));
  for (const channelId of new Set(read.map((message) => message.channel_id))) {
    customers.came({ channelId, customerId });
    const here = read.filter((message) => message.channel_id === channelId && message.id.startsWith('wamid.'));
    const last = here.reduce<(typeof here)[number] | null>((a, b) => (a === null || b.at >= a.at ? b : a), null);
    if (last !== null) void sendReadReceipt(graph, channelId, last.id);
  }
  return read.length;
}
