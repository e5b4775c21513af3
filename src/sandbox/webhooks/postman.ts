/**
 * Delivers webhooks: signed, 200 only counts, retried with growing waits. First attempts about one call leave in the
 * order of what happened; retries and nasty deliveries do not. Meta calling reference §8.3.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Agent, request } from 'undici';
import type { Behaviour } from '../behaviour.ts';
import { type Change, envelope } from './change.ts';
import { innocent, type Mischief, type Post, shape } from './mischief.ts';
import { metaJson, signature } from './signature.ts';

export type Attempt = { readonly at: string; readonly status: number | null; readonly error: string | null };
export type Delivery = {
  readonly id: string;
  readonly about: readonly (Change['about'] & { readonly field: string })[];
  state: 'sending' | 'delivered' | 'retrying' | 'gaveUp';
  readonly attempts: Attempt[];
};

type Deps = {
  readonly appSecret: string;
  readonly wabaId: string;
  readonly behaviour: () => Behaviour;
  readonly log: Logger;
  readonly onChange: () => void;
};

const KEPT = 2_000;

export class Postman {
  readonly deliveries: Delivery[] = [];
  readonly #deps: Deps;
  readonly #agent = new Agent({ connections: 64 });
  readonly #closing = new AbortController();
  readonly #lastAbout = new Map<string, Promise<void>>();
  #plot = innocent;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Asks for a nasty delivery of one of the next changes. */
  plan(mischief: Mischief): void {
    this.#plot = { ...this.#plot, waiting: [...this.#plot.waiting, mischief] };
  }

  send(change: Change): void {
    const { plot, posts } = shape(this.#plot, change);
    this.#plot = plot;
    for (const post of posts) this.#post(post);
  }

  /** Sends what a batch or a held change keeps back. */
  flush(): void {
    const { held, batch } = this.#plot;
    this.#plot = { ...this.#plot, held: [], batch: undefined };
    if (batch !== undefined) this.#post({ changes: batch.changes });
    for (const { change } of held) this.#post({ changes: [change] });
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#agent.destroy();
  }

  #post(post: Post): void {
    const delivery: Delivery = {
      id: randomUUID(),
      about: post.changes.map(({ about, field }) => ({ ...about, field })),
      state: 'sending',
      attempts: [],
    };
    this.deliveries.push(delivery);
    if (this.deliveries.length > KEPT) this.deliveries.shift();
    const body = metaJson(envelope(this.#deps.wabaId, post.changes));
    const ids = [...new Set(post.changes.flatMap(({ about }) => about.id ?? []))];
    const before = Promise.all(ids.map((id) => this.#lastAbout.get(id)));
    const first = before.then(() => this.#attempt(delivery, body, post));
    for (const id of ids) {
      this.#lastAbout.set(id, first);
      void first.then(() => {
        if (this.#lastAbout.get(id) === first) this.#lastAbout.delete(id);
      });
    }
    void first.then(() => this.#retry(delivery, body));
  }

  async #retry(delivery: Delivery, body: string): Promise<void> {
    for (const delay of this.#deps.behaviour().webhookRetryDelaysMs) {
      if (delivery.state === 'delivered' || this.#closing.signal.aborted) return;
      const pause = await wait(delay, 'over', { signal: this.#closing.signal }).catch(() => 'closing');
      if (pause === 'closing') return;
      await this.#attempt(delivery, body, { changes: [] });
    }
    if (delivery.state === 'delivered') return;
    delivery.state = 'gaveUp';
    this.#deps.log.warn({ deliveryId: delivery.id }, 'Webhook given up');
    this.#deps.onChange();
  }

  /** Never rejects: what happened stands in the delivery. */
  async #attempt(delivery: Delivery, body: string, { answerLost, badSignature }: Post): Promise<void> {
    const { appSecret, behaviour, log, onChange } = this.#deps;
    const { webhookUrl, webhookTimeoutMs } = behaviour();
    const at = new Date().toISOString();
    try {
      const answer = await request(webhookUrl, {
        method: 'POST',
        dispatcher: this.#agent,
        signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(webhookTimeoutMs)]),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'facebookexternalua',
          'x-hub-signature-256': signature(body, badSignature ? `not ${appSecret}` : appSecret),
        },
        body,
      });
      await answer.body.dump();
      const lost = answerLost === true;
      delivery.attempts.push({ at, status: lost ? null : answer.statusCode, error: lost ? 'timed out' : null });
      delivery.state = !lost && answer.statusCode === 200 ? 'delivered' : 'retrying';
    } catch (error) {
      if (this.#closing.signal.aborted) return;
      delivery.attempts.push({ at, status: null, error: error instanceof Error ? error.message : 'failed' });
      delivery.state = 'retrying';
    }
    if (delivery.state === 'retrying') {
      const last = delivery.attempts.at(-1);
      log.warn(
        { deliveryId: delivery.id, status: last?.status, error: last?.error },
        'Webhook not delivered, will retry',
      );
    }
    onChange();
  }
}
