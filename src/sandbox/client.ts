/** The sandbox from a test or a script. Waiting is long-polling: nothing sleeps. docs/sandbox.md */
import { request } from 'undici';
import { z } from 'zod';
import type { BehaviourInput } from './behaviour.ts';
import {
  type CallView,
  callViewSchema,
  type DeliveryView,
  deliverySchema,
  type PlaceCall,
  type PressButton,
  verificationSchema,
} from './control/shapes.ts';
import { type CustomerInput, customerSchema } from './customers/customer.ts';
import type { FaultInput } from './graph/faults.ts';
import { type GraphRequest, graphRequestSchema } from './graph/journal.ts';
import type { Mischief } from './webhooks/mischief.ts';

const customerViewSchema = customerSchema.omit({ speaks: true });
export type CustomerView = z.infer<typeof customerViewSchema>;

/** The sandbox refused; `status` is HTTP's, 504 when the awaited did not come. */
export class SandboxError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export type HearsOptions = { hz?: number; toleranceHz?: number; minSeconds?: number; timeoutMs?: number };

export class SandboxCall {
  readonly id: string;
  readonly #client: SandboxClient;

  constructor(client: SandboxClient, id: string) {
    this.#client = client;
    this.id = id;
  }

  state(): Promise<CallView> {
    return this.#client.ask('GET', `${this.#path}`, callViewSchema);
  }

  /** The customer hangs up, whether it rings or they talk. */
  hangUp(): Promise<CallView> {
    return this.#client.ask('POST', `${this.#path}/hang-up`, callViewSchema);
  }

  /** The customer's packets stop, as when their phone loses its network, or come again. */
  setReachable(reachable: boolean): Promise<CallView> {
    return this.#client.ask('PUT', `${this.#path}/media`, callViewSchema, { reachable });
  }

  /** The network of a call that was placed with `media: 'lossy'` loses these shares (0..1) of the packets from now on. */
  lose(loss: { toBusiness: number; fromBusiness: number }): Promise<CallView> {
    return this.#client.ask('PUT', `${this.#path}/media`, callViewSchema, { loss });
  }

  /** Rejects with status 504 when it did not come within `timeoutMs` (15 s) or the call ended without it. */
  waitFor(what: 'preAccepted' | 'active' | 'ended' | 'speaking', options?: { timeoutMs?: number }): Promise<CallView>;
  waitFor(what: 'hears', options?: HearsOptions): Promise<CallView>;
  waitFor(what: string, options: HearsOptions = {}): Promise<CallView> {
    const query = new URLSearchParams({ for: what });
    for (const [name, value] of Object.entries(options)) query.set(name, String(value));
    return this.#client.ask('GET', `${this.#path}/wait?${query}`, callViewSchema);
  }

  /** What the business asked of Graph about this call, in order. */
  graphRequests(action?: string): Promise<GraphRequest[]> {
    return this.#client.graphRequests({ callId: this.id, ...(action === undefined ? {} : { action }) });
  }

  get #path(): string {
    return `/sandbox/calls/${encodeURIComponent(this.id)}`;
  }
}

export class SandboxClient {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  addCustomer(customer: CustomerInput): Promise<CustomerView> {
    return this.ask('POST', '/sandbox/customers', customerViewSchema, customer);
  }

  /** The customer calls; rejects with 409 where WhatsApp would not let the call through. */
  async placeCall(call: PlaceCall): Promise<SandboxCall> {
    const { id } = await this.ask('POST', '/sandbox/calls', callViewSchema, call);
    return new SandboxCall(this, id);
  }

  call(id: string): SandboxCall {
    return new SandboxCall(this, id);
  }

  calls(customerId?: string): Promise<CallView[]> {
    const query = customerId === undefined ? '' : `?customerId=${encodeURIComponent(customerId)}`;
    return this.ask('GET', `/sandbox/calls${query}`, z.array(callViewSchema));
  }

  /** The newest call that is alive, such as one that the business starts; waits for it. */
  async nextCall(options: { customerId?: string; timeoutMs?: number } = {}): Promise<SandboxCall> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(options)) query.set(name, String(value));
    const { id } = await this.ask('GET', `/sandbox/calls/next?${query}`, callViewSchema);
    return new SandboxCall(this, id);
  }

  /** `tell`: the business hears of it by webhook. */
  setPermission(customerId: string, permission: 'none' | 'temporary' | 'permanent', tell = false): Promise<void> {
    return this.#do('PUT', `/sandbox/customers/${encodeURIComponent(customerId)}/permission`, { permission, tell });
  }

  /** The customer writes; that opens the customer service window. */
  writeMessage(customerId: string, text: string): Promise<{ id: string }> {
    const path = `/sandbox/customers/${encodeURIComponent(customerId)}/messages`;
    return this.ask('POST', path, z.object({ id: z.string() }), { text });
  }

  /** How messages to the customer go from now on; with `read` they also read what has been delivered. */
  setMessages(customerId: string, habit: 'read' | 'delivered' | 'undeliverable' | 'blocked'): Promise<void> {
    return this.#do('PUT', `/sandbox/customers/${encodeURIComponent(customerId)}/messages`, { habit });
  }

  /** The customer presses the newest call button they were sent; rejects with 409 when there is none that is still good. */
  async pressCallButton(customerId: string, how: PressButton = {}): Promise<SandboxCall> {
    const path = `/sandbox/customers/${encodeURIComponent(customerId)}/call-button`;
    const { id } = await this.ask('POST', path, callViewSchema, how);
    return new SandboxCall(this, id);
  }

  graphRequests(filter: { callId?: string; action?: string } = {}): Promise<GraphRequest[]> {
    return this.ask('GET', `/sandbox/graph-requests?${new URLSearchParams(filter)}`, z.array(graphRequestSchema));
  }

  /** Puts a trouble in the way of the next Graph request that fits. */
  failGraph(fault: FaultInput): Promise<void> {
    return this.#do('POST', '/sandbox/graph-faults', fault);
  }

  clearGraphFaults(): Promise<void> {
    return this.#do('DELETE', '/sandbox/graph-faults');
  }

  /** Makes the next delivery that fits a nasty one. */
  mischief(mischief: Mischief): Promise<void> {
    return this.#do('POST', '/sandbox/webhooks/mischief', mischief);
  }

  /** Sends what a nasty delivery holds back. */
  flushWebhooks(): Promise<void> {
    return this.#do('POST', '/sandbox/webhooks/flush');
  }

  /** Signs and delivers any change, such as an unknown field. */
  deliver(field: string, value: unknown): Promise<void> {
    return this.#do('POST', '/sandbox/webhooks', { field, value });
  }

  deliveries(aboutId?: string): Promise<DeliveryView[]> {
    const query = aboutId === undefined ? '' : `?about=${encodeURIComponent(aboutId)}`;
    return this.ask('GET', `/sandbox/webhooks${query}`, z.array(deliverySchema));
  }

  /** Meta's reviewers say something of a template; the business hears of it by webhook. */
  reviewTemplate(id: string, event: 'APPROVED' | 'REJECTED' | 'PAUSED', reason?: string): Promise<void> {
    const said = { event, ...(reason === undefined ? {} : { reason }) };
    return this.#do('POST', `/sandbox/templates/${encodeURIComponent(id)}/review`, said);
  }

  verifyWebhook(): Promise<z.infer<typeof verificationSchema>> {
    return this.ask('POST', '/sandbox/webhook/verify', verificationSchema);
  }

  /** Times, limits and the webhook address; what is not named stays. */
  behave(change: Partial<BehaviourInput>): Promise<void> {
    return this.#do('PATCH', '/sandbox/behaviour', change);
  }

  /** Moves the time of this Meta forward; that of the business is its own. */
  forward(seconds: number): Promise<void> {
    return this.#do('POST', '/sandbox/clock/forward', { seconds });
  }

  /** What only Meta can change about a number: see docs/sandbox.md. */
  changeNumber(phoneNumberId: string, change: Record<string, unknown>): Promise<void> {
    return this.#do('PATCH', `/sandbox/numbers/${phoneNumberId}`, change);
  }

  addNumber(number: { id: string; displayPhone: string; name?: string }): Promise<void> {
    return this.#do('POST', '/sandbox/numbers', number);
  }

  async ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, schema: z.ZodType<T>, body?: unknown): Promise<T> {
    return schema.parse(JSON.parse(await this.#request(method, path, body)));
  }

  async #do(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<void> {
    await this.#request(method, path, body);
  }

  async #request(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body: unknown): Promise<string> {
    const answer = await request(`${this.url}${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 400) throw new SandboxError(answer.statusCode, `${method} ${path}: ${text}`);
    return text;
  }
}
