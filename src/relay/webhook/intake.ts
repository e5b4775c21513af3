import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { CallDesk, Mover, Step } from '../calls/call-desk.ts';
import { type CallFacts, toChannel, toCustomer } from '../calls/facts.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { callByWacid } from '../store/calls.ts';
import { type ChannelRow, meetChannel } from '../store/channels.ts';
import { meetCustomer } from '../store/customers.ts';
import { firstTime, keepDelivery } from '../store/deliveries.ts';
import type { Tables } from '../store/tables.ts';
import { type Heard, readDelivery } from './read.ts';

type Deps = {
  desk: CallDesk;
  facts: CallFacts;
  /** Channels as they stand in the store, by id: every call names one, and they hardly change. */
  channels: Map<string, ChannelRow>;
  /** How long a call may last on a channel that is met for the first time, ms. */
  callLimitMs: number;
  log: Log;
  metrics: Metrics;
  now: () => number;
};

/**
 * Makes a signed delivery durable and applies what it says, each event once, all in one transaction.
 *
 * @param body as it came, signed
 * @throws when it could not be saved; Meta will send it again
 */
export async function takeIn(body: string, json: unknown, deps: Deps): Promise<void> {
  const { desk, facts, log, metrics, now } = deps;
  const stop = metrics.ring.startTimer();
  const { heard, passedOver } = readDelivery(json, now());
  const note = passedOver.length > 0 ? passedOver.join(', ').slice(0, 500) : null;
  const met = new Set<string>();
  const steps: Step[] = [];
  try {
    await desk.transact(async (trx, move) => {
      const deliveryId = await keepDelivery(trx, body, now(), note);
      for (const event of heard) {
        const fresh = await firstTime(trx, event.key, deliveryId);
        metrics.events.inc({ kind: event.kind, result: fresh ? 'applied' : 'duplicate' });
        if (fresh) steps.push(await apply(trx, move, event, deps, met));
      }
    });
  } catch (error) {
    // Nothing was saved: what was just met is not known to any call.
    for (const callId of met) facts.forget(callId);
    deps.channels.clear();
    throw error;
  }
  for (const { call, effects } of steps) {
    if (call.life.phase === 'ended') facts.forget(call.id);
    if (effects.some((effect) => effect.kind === 'ring')) stop();
    if (call.life.phase === 'ended' && call.life.code === 'stale') {
      const seconds = Math.round((call.life.endedAt - (call.calledAt ?? 0)) / 1000);
      log.warn({ callId: call.id, seconds }, 'Connect came too late to ring; is the clock of this machine right?');
    }
  }
  if (passedOver.length > 0) log.info({ passedOver }, 'Webhook kept, not all of it means something to the desk');
}

async function apply(trx: Transaction<Tables>, move: Mover, heard: Heard, deps: Deps, met: Set<string>): Promise<Step> {
  const at = deps.now();
  const channel = await channelOf(trx, heard, deps);
  const customer = await meetCustomer(trx, heard.contact, at);
  const known = await callByWacid(trx, heard.wacid);
  const ids = {
    callId: known?.id ?? randomUUID(),
    wacid: heard.wacid,
    channelId: channel.id,
    customerId: known?.customerId ?? customer.id,
  };
  if (known === null) met.add(ids.callId);
  deps.facts.remember(ids.callId, { channel: toChannel(channel), customer: toCustomer(customer) });
  if (heard.kind === 'connect') {
    return move(known, {
      kind: 'connect',
      ...ids,
      calledAt: heard.timestamp,
      offer: heard.offer ?? '',
      limitMs: channel.call_limit_ms,
      at,
    });
  }
  const { startedAt, endedAt, durationSeconds, code } = heard;
  return move(known, { kind: 'terminate', ...ids, startedAt, endedAt, durationSeconds, code, at });
}

async function channelOf(
  trx: Transaction<Tables>,
  { channel }: Heard,
  { channels, callLimitMs }: Deps,
): Promise<ChannelRow> {
  const known = channels.get(channel.id);
  if (known && (channel.number === null || channel.number === known.number)) return known;
  const met = await meetChannel(trx, channel, callLimitMs);
  channels.set(met.id, met);
  return met;
}
