import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Call } from '../../domain/calls/call.ts';
import type { CallEvent } from '../../domain/calls/event.ts';
import { exhaustive } from '../../domain/exhaustive.ts';
import { inviterIn } from '../../domain/invitation/payload.ts';
import type { CallDesk, Mover, Step } from '../calls/call-desk.ts';
import { type CallFacts, toChannel, toCustomer } from '../calls/facts.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { applyMessage, type CustomerNews } from '../permission/from-messages.ts';
import { meet } from '../store/acquaintances.ts';
import { callById, callByWacid } from '../store/calls.ts';
import { type ChannelRow, meetChannel } from '../store/channels.ts';
import { type Join, meetCustomer } from '../store/customers.ts';
import { firstTime, keepDelivery } from '../store/deliveries.ts';
import { lastContactOf } from '../store/last-contact.ts';
import type { Tables } from '../store/tables.ts';
import { applyTemplateNews } from '../store/templates.ts';
import { type Heard, type HeardConnect, type HeardEnd, readDelivery } from './read.ts';

type Deps = {
  desk: CallDesk;
  facts: CallFacts;
  /** Channels as they stand in the store, by id: every call names one, and they hardly change. */
  channels: Map<string, ChannelRow>;
  /** How long a call may last on a channel that is met for the first time, ms. */
  callLimitMs: number;
  /** Customers turned out to be one person. */
  tellJoin: (join: Join) => void;
  /** Tells the desks what is new about customers. */
  tell: (news: readonly CustomerNews[]) => void;
  /** Templates have changed; of some accounts the list has to be fetched. */
  tellTemplates: (unlisted: readonly string[]) => void;
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
  const { heard, messages, templates, passedOver } = readDelivery(json, now());
  const note = passedOver.length > 0 ? passedOver.join(', ').slice(0, 500) : null;
  const met = new Set<string>();
  const steps: Step[] = [];
  const news: CustomerNews[] = [];
  const joins: Join[] = [];
  /** Accounts of which there are templates that nobody here has heard of. */
  const unlisted = new Set<string>();
  try {
    await desk.transact(async (trx, move) => {
      const deliveryId = await keepDelivery(trx, body, now(), note);
      for (const event of heard) {
        const fresh = await firstTime(trx, event.key, deliveryId);
        metrics.events.inc({ kind: event.kind, result: fresh ? 'applied' : 'duplicate' });
        const step = fresh ? await apply(trx, move, event, deps, met, joins) : null;
        if (step) steps.push(step);
      }
      for (const message of messages) {
        const fresh = await firstTime(trx, message.key, deliveryId);
        metrics.events.inc({ kind: message.kind, result: fresh ? 'applied' : 'duplicate' });
        if (!fresh) continue;
        await channelOf(trx, message, deps);
        const told = await applyMessage(trx, message, now(), joins);
        if (told) news.push(told);
      }
      for (const told of templates) {
        const fresh = await firstTime(trx, told.key, deliveryId);
        metrics.events.inc({ kind: 'template', result: fresh ? 'applied' : 'duplicate' });
        if (fresh && !(await applyTemplateNews(trx, told))) unlisted.add(told.wabaId);
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
  for (const join of joins) deps.tellJoin(join);
  deps.tell(news);
  if (templates.length > 0) deps.tellTemplates([...unlisted]);
  if (passedOver.length > 0) log.info({ passedOver }, 'Webhook kept, not all of it means something to the desk');
}

/** @returns null when it speaks of a call that another program made */
async function apply(
  trx: Transaction<Tables>,
  move: Mover,
  heard: Heard,
  deps: Deps,
  met: Set<string>,
  joins: Join[],
): Promise<Step | null> {
  const at = deps.now();
  const { wacid } = heard;
  switch (heard.kind) {
    case 'connect':
      return applyInbound(trx, move, heard, deps, met, joins);
    case 'terminate':
      if (heard.direction === 'inbound') return applyInbound(trx, move, heard, deps, met, joins);
      return moveOurs(trx, move, heard, (call) => ({ kind: 'terminate', ...idsOf(call), wacid, ...endOf(heard), at }));
    case 'metaAnswer':
      return moveOurs(trx, move, heard, () => ({ kind: 'metaAnswer', wacid, sdp: heard.sdp, at }));
    case 'status':
      return moveOurs(trx, move, heard, () => ({ kind: 'status', wacid, status: heard.status, at }));
    default:
      return exhaustive(heard);
  }
}

async function applyInbound(
  trx: Transaction<Tables>,
  move: Mover,
  heard: Heard & (HeardConnect | HeardEnd),
  deps: Deps,
  met: Set<string>,
  joins: Join[],
): Promise<Step> {
  const at = deps.now();
  const channel = await channelOf(trx, heard, deps);
  const customer = await meetCustomer(trx, heard.contact, at, joins);
  const known = await callByWacid(trx, heard.wacid);
  const ids = {
    callId: known?.id ?? randomUUID(),
    wacid: heard.wacid,
    channelId: channel.id,
    customerId: known?.customerId ?? customer.id,
  };
  if (known === null) met.add(ids.callId);
  if (heard.kind === 'connect') await meet(trx, ids, heard.timestamp, at);
  else if (known === null) await meet(trx, ids, null, at);
  // Whoever is met for the first time has no past.
  const hasPast = heard.kind === 'connect' && customer.created_at < at;
  const lastContact = hasPast ? await lastContactOf(trx, { ...ids, id: ids.callId }) : null;
  deps.facts.remember(ids.callId, { channel: toChannel(channel), customer: toCustomer(customer), lastContact });
  if (heard.kind === 'terminate') return move(known, { kind: 'terminate', ...ids, ...endOf(heard), at });
  const { timestamp: calledAt, offer, payload } = heard;
  const wishes = { invitedBy: inviterIn(payload), assignedTo: customer.assigned_to };
  return move(known, { kind: 'connect', ...ids, calledAt, offer, limitMs: channel.call_limit_ms, ...wishes, at });
}

/** A call that we made is known by Meta's id once that was told, and by our own before. */
async function moveOurs(
  trx: Transaction<Tables>,
  move: Mover,
  { wacid, tracking }: { wacid: string; tracking: string | null },
  eventFor: (call: Call) => CallEvent,
): Promise<Step | null> {
  const call = (await callByWacid(trx, wacid)) ?? (tracking === null ? null : await callById(trx, tracking));
  return call?.direction === 'outbound' ? move(call, eventFor(call)) : null;
}

function idsOf({ id: callId, channelId, customerId }: Call) {
  return { callId, channelId, customerId };
}

function endOf({ startedAt, endedAt, durationSeconds, code }: HeardEnd) {
  return { startedAt, endedAt, durationSeconds, code };
}

async function channelOf(
  trx: Transaction<Tables>,
  { channel }: Pick<Heard, 'channel'>,
  { channels, callLimitMs }: Deps,
): Promise<ChannelRow> {
  const known = channels.get(channel.id);
  if (known && (channel.number === null || channel.number === known.number)) return known;
  const met = await meetChannel(trx, channel, callLimitMs);
  channels.set(met.id, met);
  return met;
}
