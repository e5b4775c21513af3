import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import rateLimit from '@fastify/rate-limit';
import Fastify from 'fastify';
import { occupiedBy } from '../domain/calls/call.ts';
import { credentialLife, iceFor } from './audio/ice.ts';
import { AvailabilityKeeper } from './availability/keeper.ts';
import { CallDesk } from './calls/call-desk.ts';
import { CallFacts, toCustomer } from './calls/facts.ts';
import { Outbox } from './calls/outbox.ts';
import { CustomerAnnouncer } from './customers/announcer.ts';
import { CardEditor } from './customers/card-editor.ts';
import { GraphClient } from './graph/client.ts';
import { housekeeping } from './housekeeping.ts';
import { customerRoutes } from './http/customer-routes.ts';
import { operationsRoutes } from './http/operations-routes.ts';
import { answerProblems } from './http/problem.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { softphoneRoutes } from './http/softphone-routes.ts';
import { talkRoutes } from './http/talk-routes.ts';
import { templateRoutes } from './http/template-routes.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { readOrganisation, rulesOf } from './organisation/settings.ts';
import { agentByToken, hashToken } from './people/sessions.ts';
import { AnswerTeller } from './permission/answer-teller.ts';
import { PermissionAsker } from './permission/asker.ts';
import { permissionFromCalls } from './permission/from-calls.ts';
import type { CustomerNews } from './permission/from-messages.ts';
import { PermissionLooker } from './permission/looker.ts';
import { Announcer } from './seats/announcer.ts';
import { serveDesks } from './seats/desk-commands.ts';
import { openDeskServer } from './seats/desk-server.ts';
import { createDialler } from './seats/dial.ts';
import { expectedBackFor, Floor } from './seats/floor.ts';
import { Seating } from './seats/seating.ts';
import { savedSeats } from './seats/store.ts';
import type { Settings } from './settings/settings.ts';
import { type ChannelRow, meetChannel } from './store/channels.ts';
import { startCheckpoints } from './store/checkpoints.ts';
import type { Join } from './store/customers.ts';
import { databaseFile, openDatabase } from './store/database.ts';
import { watchOutsideChanges } from './store/outside-changes.ts';
import { giveUpSending } from './store/sent-messages.ts';
import { claimFolder } from './store/sole-relay.ts';
import { markRead } from './talk/reader.ts';
import { MessageSender } from './talk/sender.ts';
import { TemplateSender } from './talk/template-sender.ts';
import { TemplateBook } from './templates/book.ts';
import { TemplateFinder } from './templates/finder.ts';
import { takeIn } from './webhook/intake.ts';
import { webhookRoutes } from './webhook/routes.ts';

export type Relay = { url: string; close(): Promise<void> };

export type RelayOptions = {
  /** Where the browser softphone was built to. */
  softphone?: string;
  now?: () => number;
};

const builtSoftphone = fileURLToPath(new URL('../../dist/renderer', import.meta.url));

/** Opens the store, takes up what an earlier run left, and listens. @throws FolderTaken while another relay runs on the data folder */
export async function startRelay(settings: Settings, log: Log, options: RelayOptions = {}): Promise<Relay> {
  const now = options.now ?? Date.now;
  const letGo = claimFolder(settings.RINGDESK_DATA_DIR);
  const db = await openDatabase(settings.RINGDESK_DATA_DIR);
  const callLimitMs = Math.round(settings.RINGDESK_CALL_LIMIT_MINUTES * 60_000);
  const first = { id: settings.META_PHONE_NUMBER_ID, wabaId: settings.META_WABA_ID, number: null };
  await meetChannel(db, first, callLimitMs);

  const app = Fastify({ logger: false, forceCloseConnections: true, trustProxy: 'loopback' });
  const { io, desks } = openDeskServer(app.server, async (token) => {
    const agent = await agentByToken(db, token, now());
    return agent && { agent, tokenHash: hashToken(token) };
  });
  const floor = new Floor();
  const facts = new CallFacts();
  const channels = new Map<string, ChannelRow>();
  const metrics = createMetrics({ seats: () => floor.size, sockets: () => desks.sockets.size });
  const graph = new GraphClient(settings);
  let organisation = await readOrganisation(db);
  const policy = {
    ringBudget: settings.RINGDESK_RING_SECONDS * 1000,
    leastSlice: 10_000,
    ringsAtOnce: settings.RINGDESK_RINGS_AT_ONCE,
    get missedRingSetsAway() {
      return organisation.missedRingSetsAway;
    },
  };
  const desk = new CallDesk({ db, floor, policy, log, now });
  const availability = new AvailabilityKeeper({
    db,
    desk,
    floor,
    rules: () => rulesOf(organisation),
    log,
    now,
    onChange: (agentId) => announcer.tellAvailability([agentId]),
  });
  const seating = new Seating({
    db,
    floor,
    log,
    now,
    onSeated: (socket) => announcer.welcome(socket),
    onTaken: (agentId) => availability.takeUp(agentId),
  });
  const announcer = new Announcer({
    db,
    desk,
    floor,
    seating,
    facts,
    availability,
    log,
    metrics,
    ringsAtOnce: policy.ringsAtOnce,
    iceFor: (agentId) => iceFor(settings, agentId, now()),
    now,
  });
  desk.onStep((step) => announcer.announce(step));
  desk.accompany(permissionFromCalls);
  const customers = new CustomerAnnouncer({ db, desks, log });
  const answers = new AnswerTeller({ db, seating, log, now });
  desk.onStep((step) => customers.callMoved(step));
  const looker = new PermissionLooker({
    db,
    desk,
    graph,
    log,
    now,
    onNews: ({ customerId }) => customers.changed(customerId),
  });
  const book = new TemplateBook({ db, desk, graph, log, now, onChange: () => desks.emit('templates.changed', {}) });
  const templates = new TemplateFinder(book);
  const asker = new PermissionAsker({ db, desk, graph, looker, templates, customers, answers, log, now });
  const outbox = new Outbox({ db, desk, graph, log, metrics, now });

  for (const seat of await savedSeats(db, now())) {
    floor.take(seat);
    await availability.takeUp(seat.agent.id);
    seating.expectBack(seat.agent.id, expectedBackFor);
  }
  await giveUpSending(db, now());
  const calls = await desk.resume();
  await facts.resume(db, calls);
  // Nobody is connected yet; a desk that has a call gets its grace from now.
  for (const call of calls) {
    for (const agentId of occupiedBy(call)) await desk.command(call.id, { kind: 'seatLost', agentId, at: now() });
  }
  const dial = createDialler({ db, desk, floor, facts, seating, looker, now });
  serveDesks(desks, { db, desk, seating, announcer, availability, customers, answers, floor, dial, log, now });

  const intake = {
    desk,
    facts,
    channels,
    callLimitMs,
    tellJoin: ({ goneIds, customer }: Join) => {
      facts.joined(goneIds, toCustomer(customer));
      customers.joined(goneIds, customer.id);
    },
    tellTemplates: (unlisted: readonly string[]) => book.heard(unlisted),
    tell: (news: readonly CustomerNews[]) => {
      customers.tell(news);
      for (const { answeredTo } of news) if (answeredTo !== null) answers.tell(answeredTo);
    },
    log,
    metrics,
    now,
  };
  answerProblems(app, log);
  await app.register(rateLimit, { global: false });
  webhookRoutes(app, {
    settings,
    log,
    metrics,
    takeIn: (body, json) => takeIn(body, json, intake),
  });
  sessionRoutes(app, { db, now, onRevoked: (token) => seating.signOut(hashToken(token)) });
  const editor = new CardEditor({ desk, customers });
  customerRoutes(app, { db, editor, looker, asker, now });
  const sender = new MessageSender({ db, desk, graph, customers, log, now });
  talkRoutes(app, {
    db,
    sender,
    byTemplate: new TemplateSender({ sender, templates }),
    markRead: (...read) => markRead({ desk, graph, customers, now }, ...read),
    quickReplies: () => organisation.quickReplies,
    now,
  });
  templateRoutes(app, { db, book, log, now });
  operationsRoutes(app, { db, metrics });
  await softphoneRoutes(app, options.softphone ?? builtSoftphone);

  const url = await app.listen({ host: settings.RINGDESK_HOST, port: settings.RINGDESK_PORT });
  await outbox.resume();
  const checkpoints = startCheckpoints(databaseFile(settings.RINGDESK_DATA_DIR), log);
  const stopHousekeeping = housekeeping({ db, seating, log, now });
  const stopWatching = watchOutsideChanges(db, log, async () => {
    channels.clear();
    const before = organisation;
    organisation = await readOrganisation(db);
    if (!isDeepStrictEqual(before, organisation)) announcer.tellAvailability(seating.agentIds);
  });
  const renewing = setInterval(() => announcer.renewIce(), (credentialLife * 1000) / 3).unref();
  const webhook = `${settings.RINGDESK_PUBLIC_URL ?? url}/webhooks/whatsapp`;
  log.info({ url, webhook, liveCalls: calls.length }, 'Relay is listening');

  return {
    url,
    async close() {
      stopHousekeeping();
      stopWatching();
      clearInterval(renewing);
      io.engine.close();
      await app.close();
      seating.close();
      availability.close();
      await outbox.close();
      await desk.close();
      await graph.close();
      await checkpoints.stop();
      await db.destroy();
      letGo();
      log.info('Relay has stopped');
    },
  };
}
