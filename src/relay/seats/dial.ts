import type { z } from 'zod';
import type { dialSchema } from '../../contract/desk/socket.ts';
import type { Reply } from '../../contract/desk/words.ts';
import { whyNotCall } from '../../domain/permission/words.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import { type CallFacts, toChannel, toCustomer } from '../calls/facts.ts';
import { serves } from '../people/agents.ts';
import { closedNow } from '../permission/closed.ts';
import { standingOf } from '../permission/facts.ts';
import type { PermissionLooker } from '../permission/looker.ts';
import { callById, isInCall } from '../store/calls.ts';
import type { Db } from '../store/database.ts';
import { whoIs } from '../store/join-customers.ts';
import type { DeskSocket } from './desk-server.ts';
import type { Floor } from './floor.ts';
import { done, refusal, refuse } from './refusals.ts';
import type { Seating } from './seating.ts';

type Deps = {
  db: Db;
  desk: CallDesk;
  floor: Floor;
  facts: CallFacts;
  seating: Seating;
  looker: PermissionLooker;
  now: () => number;
};

export type Dialler = (socket: DeskSocket, dialled: z.infer<typeof dialSchema>) => Promise<Reply>;

/**
 * An agent calls a customer: only from their seat, while neither has another call, on a channel that is theirs, and when the customer
 * allows it. What Meta holds is looked up first.
 */
export function createDialler({ db, desk, floor, facts, seating, looker, now }: Deps): Dialler {
  return async (socket, { callId, dialId, channelId, customerId: named, sdp, reason = null }) => {
    const customerId = await whoIs(db, named);
    const pair = { channelId, customerId };
    if (seating.holds(socket) && serves(socket.data.agent, channelId)) await looker.lookBeforeCall(pair);
    return desk.transact(async (trx, move) => {
      const { agent } = socket.data;
      if (!seating.holds(socket)) return refusal('notSeated');
      const known = await callById(trx, callId);
      if (known === null && floor.callOf(agent.id) !== null) return refusal('onACall');
      const channel = await trx.selectFrom('channel').selectAll().where('id', '=', channelId).executeTakeFirst();
      const customer = await trx.selectFrom('customer').selectAll().where('id', '=', customerId).executeTakeFirst();
      if (!channel || !serves(agent, channelId)) return refusal('noSuchChannel');
      if (!customer || (customer.phone === null && customer.bsuid === null)) return refusal('noSuchCustomer');
      const closed = closedNow(channel, now());
      if (known === null && closed !== null) return refuse({ code: `dial.${closed.why}`, sentence: closed.sentence });
      if (known === null) {
        // Meta knows one call between a number and a customer (138003).
        if (await isInCall(trx, pair)) return refusal('customerOnACall');
        const { mayCall } = await standingOf(trx, pair, now());
        if (!mayCall.allowed) return refuse({ code: `dial.${mayCall.why}`, sentence: whyNotCall(mayCall, now()) });
        if (mayCall.lastStrike && reason === null) return refusal('reasonNeeded');
      }
      facts.remember(callId, { channel: toChannel(channel), customer: toCustomer(customer), lastContact: null });
      const ids = { callId, dialId, channelId, customerId, agentId: agent.id };
      const { refused } = await move(known, {
        kind: 'dial',
        ...ids,
        sdp,
        reason,
        limitMs: channel.call_limit_ms,
        at: now(),
      });
      return refused === null ? done : refusal(refused);
    });
  };
}
