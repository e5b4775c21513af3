/** The people at /phone: each is a customer whose voice is a bridge to their browser. */
import { z } from 'zod';
import type { Call } from '../calls/call.ts';
import type { LineMaker, Switchboard } from '../calls/switchboard.ts';
import type { Changes } from '../changes.ts';
import { customerInputSchema } from '../customers/customer.ts';
import type { Customers } from '../customers/customers.ts';
import type { Voice } from '../media/voice.ts';
import type { PhoneNumber } from '../numbers/phone-number.ts';
import { notFound, Problem } from '../problem.ts';
import { Bridge } from './bridge.ts';

export const signInSchema = z.object({
  name: customerInputSchema.shape.name,
  phone: customerInputSchema.shape.phone,
  username: customerInputSchema.shape.username,
});

export type PhoneState = {
  readonly call: {
    readonly id: string;
    readonly direction: 'user' | 'business';
    readonly phase: 'ringing' | 'preAccepted' | 'active' | 'ended';
    readonly startedAt: number | null;
    readonly endedBy: string | null;
    readonly heardDb: number;
  } | null;
};

type Deps = {
  readonly customers: Customers;
  readonly switchboard: Switchboard;
  readonly changes: Changes;
  readonly number: PhoneNumber;
};

export class People {
  readonly #deps: Deps;
  readonly #bridges = new Map<string, Bridge>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  signIn(input: z.infer<typeof signInSchema>): string {
    const { id } = this.#deps.customers.add(input, true);
    if (!this.#bridges.has(id)) this.#bridges.set(id, new Bridge());
    return id;
  }

  voiceOf(customerId: string): Voice | undefined {
    return this.#bridges.get(customerId);
  }

  /** The page's microphone joins, then the call is placed; the answer is for the page. */
  async call(customerId: string, offer: string, makeLine: LineMaker): Promise<string> {
    const customer = this.#deps.customers.get(customerId);
    const answer = await this.#join(customerId, offer);
    if (customer === undefined) throw notFound('customer');
    const placing = await this.#deps.switchboard.placeUserCall({ number: this.#deps.number, customer }, makeLine);
    if (placing.status === 'ringing') return answer;
    throw new Problem(409, 'not-placed', 'The call did not get through', placing.reason);
  }

  /** Picks up the call of the business. */
  async answer(customerId: string, offer: string): Promise<string> {
    const call = this.#alive(customerId);
    const answer = await this.#join(customerId, offer);
    this.#deps.switchboard.event(call, { type: 'customerAnswers' });
    return answer;
  }

  decline(customerId: string): void {
    this.#deps.switchboard.event(this.#alive(customerId), { type: 'customerRejects' });
  }

  hangUp(customerId: string): void {
    this.#deps.switchboard.event(this.#alive(customerId), { type: 'customerHangsUp' });
    this.#bridges.get(customerId)?.leave();
  }

  state(customerId: string): PhoneState {
    const call = this.#newest(customerId);
    if (call === undefined) return { call: null };
    const { direction, phase, startedAt, endedBy } = call.life;
    return {
      call: {
        id: call.id,
        direction,
        phase,
        startedAt: startedAt ?? null,
        endedBy: endedBy ?? null,
        heardDb: call.alive ? call.heard.rmsDb : -120,
      },
    };
  }

  close(): void {
    for (const bridge of this.#bridges.values()) bridge.leave();
  }

  #join(customerId: string, offer: string): Promise<string> {
    const bridge = this.#bridges.get(customerId);
    if (bridge === undefined) throw notFound('phone');
    return bridge.join(offer);
  }

  #newest(customerId: string): Call | undefined {
    return [...this.#deps.switchboard.calls.values()].findLast(({ customer }) => customer.id === customerId);
  }

  #alive(customerId: string): Call {
    const call = this.#newest(customerId);
    if (call === undefined || !call.alive) throw new Problem(409, 'call-over', 'The call is over', 'There is no call');
    return call;
  }
}
