/** `POST /{PNID}/calls`. Meta calling reference §2.4, §3.2, §13.2, §13.3. */
import { type CallActionRequest, type ConnectRequest, callActionRequestSchema } from '../../contract/meta/graph.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Call } from '../calls/call.ts';
import type { LineMaker, Outcome, Switchboard } from '../calls/switchboard.ts';
import type { Customers } from '../customers/customers.ts';
import { callUsage, DAY, permissionAt } from '../customers/permission-ledger.ts';
import type { Permissions } from '../customers/permissions.ts';
import { ledgerOf, type PhoneNumber, restricted } from '../numbers/phone-number.ts';
import { checkOffer } from '../sdp/check.ts';
import { Refusal } from './refusal.ts';
import type { Answer } from './serve.ts';

type Deps = {
  readonly switchboard: Switchboard;
  readonly customers: Customers;
  readonly permissions: Permissions;
  readonly behaviour: () => Behaviour;
  readonly lineFor: (customerId: string) => LineMaker;
  readonly now: () => number;
};

const SUCCESS = { messaging_product: 'whatsapp', success: true } as const;

const settle = (outcome: Outcome): Answer => {
  if (outcome.status === 'refused') throw new Refusal(outcome.code, outcome.details);
  return { body: SUCCESS, applied: true, warnings: outcome.warnings ?? [] };
};

/** Before any action: the number can be used by Graph at all. */
function checkNumber(number: PhoneNumber): void {
  if (number.settings.sip?.status === 'ENABLED') throw new Refusal(131055, 'SIP is enabled on this number');
  if (number.settings.status !== 'ENABLED') throw new Refusal(138000, 'Calling is not enabled on this number');
}

export const callActions = (deps: Deps) => {
  const { switchboard, customers, permissions } = deps;

  const callOf = (number: PhoneNumber, id: string): Call => {
    const call = switchboard.calls.get(id);
    if (call === undefined || call.number !== number) throw new Refusal(100, 'Invalid call_id');
    return call;
  };

  /** The order of §13.3: the first thing in the way is the one that is told. */
  const checkStart = (number: PhoneNumber, request: ConnectRequest) => {
    const now = deps.now();
    const { startsPerDay, concurrentCalls } = deps.behaviour();
    if (!number.mayCallOut) throw new Refusal(138013);
    if (restricted(number, 'business', now)) throw new Refusal(138014);
    if (request.to === undefined && request.recipient === undefined)
      throw new Refusal(131008, 'to or recipient is required');
    const customer = customers.addressed(request.to, request.recipient);
    number.startsAt = number.startsAt.filter((at) => at > now - DAY);
    if (number.startsAt.length >= startsPerDay) throw new Refusal(138005);
    if (switchboard.alive(number).length >= concurrentCalls) throw new Refusal(138002);
    if (customer === undefined) throw new Refusal(138006, 'No approved call permission from the recipient');
    const ledger = ledgerOf(number, customer.id);
    if (permissionAt(ledger, now).kind === 'none') {
      throw new Refusal(138006, 'No approved call permission from the recipient');
    }
    const usage = callUsage(ledger, permissions.limits, now);
    if (usage.freeAt !== undefined) {
      throw new Refusal(138012, `The next call is allowed at ${new Date(usage.freeAt).toISOString()}`);
    }
    if (switchboard.between(number, customer) !== undefined) throw new Refusal(138003);
    const verdict = checkOffer(request.session.sdp);
    if (verdict.status === 'refused') throw new Refusal(verdict.code, verdict.details);
    return { customer, warnings: verdict.warnings };
  };

  const connect = async (number: PhoneNumber, request: ConnectRequest): Promise<Answer> => {
    const { customer, warnings } = checkStart(number, request);
    const start = { number, customer, tracking: request.biz_opaque_callback_data };
    const placed = await switchboard.placeBusinessCall(start, request.session.sdp, deps.lineFor(customer.id));
    if (placed.status === 'refused') throw new Refusal(placed.code, placed.details);
    number.startsAt.push(deps.now());
    const body = { ...SUCCESS, calls: [{ id: placed.call.id }] };
    return { body, applied: true, callId: placed.call.id, warnings, after: placed.ring };
  };

  const checkEnd = ({ life }: Call): void => {
    if (deps.behaviour().terminateBeforeAccept === 'works' || life.direction === 'business') return;
    if (life.phase === 'ringing' || life.phase === 'preAccepted') throw new Refusal(100, 'The call is not in progress');
  };

  const act = async (number: PhoneNumber, request: Exclude<CallActionRequest, ConnectRequest>): Promise<Answer> => {
    const call = callOf(number, request.call_id);
    switch (request.action) {
      case 'pre_accept':
        return settle(await switchboard.answer(call, { type: 'preAccept', sdp: request.session.sdp }));
      case 'accept': {
        const answer = settle(await switchboard.answer(call, { type: 'accept', sdp: request.session.sdp }));
        call.tracking = request.biz_opaque_callback_data;
        return answer;
      }
      case 'terminate':
        checkEnd(call);
        return settle(switchboard.event(call, { type: 'terminate' }));
      case 'reject':
        return settle(switchboard.event(call, { type: 'reject' }));
    }
  };

  return (number: PhoneNumber, body: unknown): Promise<Answer> => {
    checkNumber(number);
    const request = callActionRequestSchema.parse(body);
    return request.action === 'connect' ? connect(number, request) : act(number, request);
  };
};
