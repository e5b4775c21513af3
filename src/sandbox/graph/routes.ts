/** Graph's addresses. The version in front (`/v25.0`) is taken off before routing. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { subscribeAppRequestSchema } from '../../contract/meta/graph.ts';
import type { PhoneNumber } from '../numbers/phone-number.ts';
import type { Templates } from '../templates/templates.ts';
import type { Verification } from '../webhooks/verify.ts';
import type { callActions } from './calls.ts';
import type { messageActions } from './messages.ts';
import type { permissionLookup } from './permissions.ts';
import { Refusal } from './refusal.ts';
import type { Answer, Asked, Handler, serveWith } from './serve.ts';
import { readSettings, type writeSettings } from './settings.ts';

type Deps = {
  readonly serve: ReturnType<typeof serveWith>;
  readonly wabaId: string;
  readonly numbers: ReadonlyMap<string, PhoneNumber>;
  readonly calls: ReturnType<typeof callActions>;
  readonly messages: ReturnType<typeof messageActions>;
  readonly permissions: ReturnType<typeof permissionLookup>;
  readonly settings: ReturnType<typeof writeSettings>;
  readonly templates: Templates;
  /** Checks a callback address of the business and uses it from then on. */
  readonly redirectWebhooks: (url: string, verifyToken: string) => Promise<Verification>;
};

const idSchema = z.object({ id: z.string() });
const fieldsSchema = z.object({ fields: z.string().optional() });

const numberFacts = (number: PhoneNumber): Record<string, unknown> => ({
  id: number.id,
  display_phone_number: `+${number.displayPhone}`,
  verified_name: number.name,
  quality_rating: 'GREEN',
  whatsapp_business_manager_messaging_limit: number.messagingLimit,
  health_status: { can_send_message: 'AVAILABLE' },
});

function pick(number: PhoneNumber, query: unknown): Record<string, unknown> {
  const facts = numberFacts(number);
  const { fields = 'display_phone_number,verified_name,quality_rating' } = fieldsSchema.parse(query);
  const names = ['id', ...fields.split(',').map((name) => name.trim())];
  return Object.fromEntries(names.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])));
}

export function graphRoutes(app: FastifyInstance, deps: Deps): void {
  const { serve, numbers, wabaId, templates } = deps;
  let subscribed = true;
  let callback: string | undefined;

  const ofNumber = (handle: (number: PhoneNumber, asked: Asked) => Promise<Answer> | Answer): Handler => {
    return (asked) => {
      const number = numbers.get(idSchema.parse(asked.params).id);
      if (number === undefined) throw new Refusal(33, 'The phone number id is unknown');
      return handle(number, asked);
    };
  };
  const ofWaba = (handle: (asked: Asked) => Promise<Answer> | Answer): Handler => {
    return (asked) => {
      if (idSchema.parse(asked.params).id !== wabaId) throw new Refusal(100, 'The account id is unknown');
      return handle(asked);
    };
  };

  app.post('/:id/calls', serve(ofNumber((number, { body }) => deps.calls(number, body))));
  app.post('/:id/messages', serve(ofNumber((number, { body }) => deps.messages(number, body))));
  app.get('/:id/settings', serve(ofNumber(readSettings)));
  app.post('/:id/settings', serve(ofNumber((number, { body }) => deps.settings(number, body))));
  app.get('/:id/call_permissions', serve(ofNumber((number, { query }) => deps.permissions(number, query))));
  app.get('/:id', serve(ofNumber((number, { query }) => ({ body: pick(number, query) }))));
  app.get(
    '/:id/phone_numbers',
    serve(ofWaba(() => ({ body: { data: [...numbers.values()].map((one) => pick(one, {})) } }))),
  );
  app.get('/:id/message_templates', serve(ofWaba(({ query }) => templates.list(query))));
  app.post('/:id/message_templates', serve(ofWaba(({ body }) => templates.create(body))));
  app.get(
    '/:id/subscribed_apps',
    serve(
      ofWaba(() => {
        const override = callback === undefined ? {} : { override_callback_uri: callback };
        const mine = { whatsapp_business_api_data: { id: '1', name: 'Sandbox app' }, ...override };
        return { body: { data: subscribed ? [mine] : [] } };
      }),
    ),
  );
  app.post(
    '/:id/subscribed_apps',
    serve(
      ofWaba(async ({ body }) => {
        const wanted = subscribeAppRequestSchema.parse(body ?? {});
        if (wanted.override_callback_uri !== undefined) {
          const verification = await deps.redirectWebhooks(wanted.override_callback_uri, wanted.verify_token ?? '');
          if (verification.status === 'refused')
            throw new Refusal(100, `Callback verification failed: ${verification.reason}`);
          callback = wanted.override_callback_uri;
        }
        subscribed = true;
        return { body: { success: true }, applied: true };
      }),
    ),
  );
}
