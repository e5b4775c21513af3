/** `/sandbox/calls…`: customers place and end calls, tests wait for what happens in them. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Call } from '../calls/call.ts';
import type { LineMaker, Switchboard } from '../calls/switchboard.ts';
import type { Changes } from '../changes.ts';
import type { Customers } from '../customers/customers.ts';
import type { Inbox } from '../customers/inbox.ts';
import type { PhoneNumber } from '../numbers/phone-number.ts';
import { notFound, Problem } from '../problem.ts';
import { callView, hasCome } from './call-view.ts';
import {
  callMediaSchema,
  nextCallSchema,
  type PlaceCall,
  placeCallSchema,
  pressButtonSchema,
  waitForSchema,
} from './shapes.ts';

type Deps = {
  readonly switchboard: Switchboard;
  readonly customers: Customers;
  readonly inbox: Inbox;
  readonly now: () => number;
  readonly changes: Changes;
  readonly closing: AbortSignal;
  readonly numberOf: (id: string | undefined) => PhoneNumber;
  readonly lineFor: (customerId: string, own?: Pick<PlaceCall, 'speaks' | 'media'>) => LineMaker;
};

const idSchema = z.object({ id: z.string() });
const listSchema = z.object({ customerId: z.string().optional() });

export function callControls(app: FastifyInstance, deps: Deps): void {
  const { switchboard, customers, changes, closing } = deps;

  const callOf = (params: unknown): Call => {
    const call = switchboard.calls.get(idSchema.parse(params).id);
    if (call === undefined) throw notFound('call');
    return call;
  };
  const tooLate = (detail: string): Problem => new Problem(504, 'too-late', 'It did not happen in time', detail);

  app.post('/sandbox/calls', async (request, reply) => {
    return reply.code(201).send(callView(await place(placeCallSchema.parse(request.body))));
  });

  /** The customer presses the newest call button that is still good. */
  app.post('/sandbox/customers/:id/call-button', async (request, reply) => {
    const { id: customerId } = idSchema.parse(request.params);
    const button = deps.inbox.buttonOf(customerId, deps.now());
    if (button === null) throw new Problem(409, 'no-button', 'There is no call button', 'None came, or it is too old');
    const wanted = { ...pressButtonSchema.parse(request.body), customerId, phoneNumberId: button.number.id };
    return reply.code(201).send(callView(await place({ ...wanted, ctaPayload: button.payload })));
  });

  const place = async (wanted: PlaceCall): Promise<Call> => {
    const customer = customers.get(wanted.customerId);
    if (customer === undefined) throw notFound('customer');
    const { ctaPayload, deeplinkPayload } = wanted;
    const number = deps.numberOf(wanted.phoneNumberId);
    const options = { number, customer, ctaPayload, deeplinkPayload };
    const placing = await switchboard.placeUserCall(options, deps.lineFor(customer.id, wanted));
    if (placing.status === 'notPlaced') {
      throw new Problem(
        409,
        'not-placed',
        'The call did not get through',
        `WhatsApp did not let it through: ${placing.reason}`,
      );
    }
    return placing.call;
  };

  app.get('/sandbox/calls', (request) => {
    const { customerId } = listSchema.parse(request.query);
    const all = [...switchboard.calls.values()];
    return all.filter((call) => customerId === undefined || call.customer.id === customerId).map(callView);
  });

  /** The newest call that is alive, now or soon. */
  app.get('/sandbox/calls/next', async (request) => {
    const { customerId, timeoutMs } = nextCallSchema.parse(request.query);
    const find = (): Call | undefined =>
      [...switchboard.calls.values()].findLast(
        (call) => call.alive && (customerId === undefined || call.customer.id === customerId),
      );
    const waited = await changes.until(find, timeoutMs, closing);
    if (waited.status === 'tooLate') throw tooLate('No call came');
    return callView(waited.value);
  });

  app.get('/sandbox/calls/:id', (request) => callView(callOf(request.params)));

  app.get('/sandbox/calls/:id/wait', async (request) => {
    const call = callOf(request.params);
    const wanted = waitForSchema.parse(request.query);
    const find = (): Call | undefined => (hasCome(call, wanted) || !call.alive ? call : undefined);
    const waited = await changes.until(find, wanted.timeoutMs, closing);
    if (waited.status === 'came' && hasCome(call, wanted)) return callView(call);
    const { phase, heard } = callView(call);
    throw tooLate(`Waited for ${wanted.for}; the call is ${phase}, the customer heard ${JSON.stringify(heard)}`);
  });

  app.put('/sandbox/calls/:id/media', (request) => {
    const call = callOf(request.params);
    const { reachable, loss } = callMediaSchema.parse(request.body);
    if (reachable !== undefined) call.line?.setReachable(reachable);
    if (loss !== undefined && call.line?.lose(loss) !== true) {
      throw new Problem(409, 'not-lossy', 'No network to lose packets in', 'Place the call with media: lossy');
    }
    changes.notify();
    return callView(call);
  });

  app.post('/sandbox/calls/:id/hang-up', (request) => {
    const call = callOf(request.params);
    const outcome = switchboard.event(call, { type: 'customerHangsUp' });
    if (outcome.status === 'refused') throw new Problem(409, 'call-over', 'The call is over', outcome.details);
    return callView(call);
  });
}
