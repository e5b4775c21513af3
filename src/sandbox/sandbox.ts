/** A local Meta: the Graph API, signed webhooks, and customers whose phones speak. Composes the parts and listens. */
import Fastify, { type FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';
import type { Behaviour } from './behaviour.ts';
import { Switchboard } from './calls/switchboard.ts';
import { Changes } from './changes.ts';
import { Clock } from './clock.ts';
import { callControls } from './control/calls.ts';
import { peopleControls } from './control/people.ts';
import { templateControls } from './control/templates.ts';
import { wireControls } from './control/wire.ts';
import { Customers } from './customers/customers.ts';
import { Inbox } from './customers/inbox.ts';
import { Permissions } from './customers/permissions.ts';
import { callActions } from './graph/calls.ts';
import { Faults } from './graph/faults.ts';
import { Journal } from './graph/journal.ts';
import { messageActions } from './graph/messages.ts';
import { permissionLookup } from './graph/permissions.ts';
import { graphRoutes } from './graph/routes.ts';
import { serveWith } from './graph/serve.ts';
import { writeSettings } from './graph/settings.ts';
import { linesFor } from './lines.ts';
import { newPhoneNumber, type PhoneNumber } from './numbers/phone-number.ts';
import { type OptionsInput, optionsSchema } from './options.ts';
import { People } from './phone/people.ts';
import { phoneRoutes } from './phone/routes.ts';
import { answerProblems, notFound } from './problem.ts';
import { Templates } from './templates/templates.ts';
import { Timers } from './timers.ts';
import type { Change } from './webhooks/change.ts';
import { Postman } from './webhooks/postman.ts';
import { verifyWebhook } from './webhooks/verify.ts';

export type Sandbox = {
  /** Base for the controls and for Graph, such as http://127.0.0.1:4760 */
  readonly url: string;
  /** What a relay takes as META_GRAPH_URL. */
  readonly graphUrl: string;
  readonly close: () => Promise<void>;
};

const versionInFront = /^\/v\d+\.0(?=\/)/;

export async function startSandbox(input: OptionsInput): Promise<Sandbox> {
  const options = optionsSchema.parse(input);
  const log = pino({ name: 'sandbox', level: options.logLevel });
  const closing = new AbortController();
  const changes = new Changes();
  const timers = new Timers();
  const clock = new Clock();
  const { now } = clock;
  let behaviour: Behaviour = options.behaviour;

  const { wabaId, appSecret, verifyToken, accessToken } = options;
  const postman = new Postman({ appSecret, wabaId, behaviour: () => behaviour, log, onChange: () => changes.notify() });
  const send = (change: Change): void => postman.send(change);
  const number = newPhoneNumber(options.phoneNumberId, options.displayPhone, 'Sandbox Business');
  const numbers = new Map<string, PhoneNumber>([[number.id, number]]);
  const numberOf = (id: string | undefined): PhoneNumber => {
    const found = id === undefined ? number : numbers.get(id);
    if (found === undefined) throw notFound('number');
    return found;
  };

  const customers = new Customers();
  const inbox = new Inbox();
  const permissions = new Permissions(() => behaviour, send, now);
  const switchboard = new Switchboard({ behaviour: () => behaviour, changes, permissions, send, now });
  const people = new People({ customers, switchboard, changes, number });
  const lineFor = linesFor(customers, (customerId) => people.voiceOf(customerId));
  const journal = new Journal();
  const faults = new Faults();
  const templates = new Templates({ behaviour: () => behaviour, send });

  /** Fastify's lines about each request hold addresses with phones in them: only its troubles are logged. */
  const troubles: FastifyBaseLogger = log.child({}, { level: options.logLevel === 'silent' ? 'silent' : 'error' });
  const app = Fastify({
    loggerInstance: troubles,
    forceCloseConnections: true,
    bodyLimit: 12_000_000,
    /** A wacid is longer than the 100 characters that Fastify allows. */
    routerOptions: { maxParamLength: 512 },
    rewriteUrl: ({ url = '/' }) => url.replace(versionInFront, ''),
  });
  answerProblems(app);
  graphRoutes(app, {
    serve: serveWith({ accessToken, journal, faults, closing: closing.signal, onChange: () => changes.notify(), log }),
    wabaId,
    numbers,
    calls: callActions({ switchboard, customers, permissions, behaviour: () => behaviour, lineFor, now }),
    messages: messageActions({
      customers,
      inbox,
      permissions,
      templates,
      send,
      later: (ms, run) => timers.later(ms, run),
      now,
    }),
    permissions: permissionLookup(customers, permissions, now),
    settings: writeSettings(send, now),
    templates,
    redirectWebhooks: async (url, token) => {
      const verification = await verifyWebhook(url, token, behaviour.webhookTimeoutMs);
      if (verification.status === 'verified') behaviour = { ...behaviour, webhookUrl: url };
      return verification;
    },
  });
  callControls(app, { switchboard, customers, inbox, changes, closing: closing.signal, numberOf, lineFor, now });
  peopleControls(app, { customers, inbox, permissions, numbers, numberOf, send, now });
  wireControls(app, {
    postman,
    journal,
    faults,
    behaviour: () => behaviour,
    behave: (changed) => {
      behaviour = changed;
    },
    verify: () => verifyWebhook(behaviour.webhookUrl, verifyToken, behaviour.webhookTimeoutMs),
    clock,
  });
  templateControls(app, templates);
  phoneRoutes(app, { people, lineFor });
  app.get('/sandbox', () => ({ wabaId, numbers: [...numbers.keys()], behaviour }));
  app.get('/', (_request, reply) => reply.redirect('/phone'));

  const url = await app.listen({ host: options.host, port: options.port });
  log.info({ url, phone: `${url}/phone` }, 'Sandbox listens');
  return {
    url,
    graphUrl: `${url}/v25.0`,
    close: async () => {
      closing.abort();
      timers.close();
      people.close();
      switchboard.close();
      await postman.close();
      await app.close();
    },
  };
}
