/** For tests of the sandbox: a business with a webhook and a libwebrtc peer. */
import Fastify, { type FastifyInstance } from 'fastify';
import { request } from 'undici';
import { z } from 'zod';
import { type CallEvent, type CallStatus, callsValueSchema, metaWebhookSchema } from '../../contract/meta/webhook.ts';
import { Changes } from '../changes.ts';
import { AudioPeer } from '../media/audio-peer.ts';
import { Ear, type Heard } from '../media/ear.ts';
import { tone } from '../media/sound.ts';
import { soundingVoice } from '../media/voice.ts';
import { signature } from '../webhooks/signature.ts';

export type Post = { readonly body: string; readonly signed: boolean; readonly fields: readonly string[] };

export class Business {
  readonly posts: Post[] = [];
  readonly events: CallEvent[] = [];
  readonly statuses: CallStatus[] = [];
  readonly changes = new Changes();
  /** What the webhook answers next; 200 when empty. */
  readonly answers: number[] = [];
  url = '';
  #app: FastifyInstance = Fastify();

  async start(appSecret: string, verifyToken: string): Promise<void> {
    this.#app = Fastify({ forceCloseConnections: true });
    this.#app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    );
    const handshake = z.object({ 'hub.challenge': z.string(), 'hub.verify_token': z.string() });
    this.#app.get('/hook', (asked, reply) => {
      const query = handshake.parse(asked.query);
      return query['hub.verify_token'] === verifyToken ? query['hub.challenge'] : reply.code(403).send();
    });
    this.#app.post('/hook', (asked, reply) => {
      const body = z.string().parse(asked.body);
      const signed = asked.headers['x-hub-signature-256'] === signature(body, appSecret);
      const webhook = metaWebhookSchema.parse(JSON.parse(body));
      const changes = webhook.entry.flatMap((entry) => entry.changes);
      this.posts.push({ body, signed, fields: changes.map(({ field }) => field) });
      for (const { field, value } of changes) {
        if (field !== 'calls') continue;
        const read = callsValueSchema.parse(value);
        this.events.push(...(read.calls ?? []));
        this.statuses.push(...(read.statuses ?? []));
      }
      this.changes.notify();
      return reply.code(this.answers.shift() ?? 200).send();
    });
    this.url = `${await this.#app.listen({ host: '127.0.0.1', port: 0 })}/hook`;
  }

  /** Waits for the webhook about `event` of a call; any call when none is named. */
  async heardOf(event: string, callId?: string): Promise<CallEvent> {
    const found = await this.changes.until(
      () => this.events.find((one) => one.event === event && (callId === undefined || one.id === callId)),
      10_000,
    );
    if (found.status === 'tooLate') throw new Error(`no ${event} came`);
    return found.value;
  }

  async until(what: () => boolean): Promise<void> {
    const found = await this.changes.until(() => (what() ? true : undefined), 10_000);
    if (found.status === 'tooLate') throw new Error('it did not come');
  }

  close(): Promise<void> {
    return this.#app.close();
  }
}

/** The agent's end of the call: answers or offers, speaks a tone, measures the customer. */
export class BusinessPhone {
  readonly changes = new Changes();
  readonly #ear = new Ear();
  readonly #peer = new AudioPeer({
    onPackets: () => {},
    onFrame: (frame) => {
      this.#ear.listen(frame, Date.now());
      this.changes.notify();
    },
  });
  #stop: () => void = () => {};

  answer(offer: string): Promise<string> {
    return this.#peer.answer(offer);
  }

  offer(): Promise<string> {
    return this.#peer.offer();
  }

  takeAnswer(sdp: string): Promise<void> {
    return this.#peer.takeAnswer(sdp);
  }

  speak(hz: number): void {
    this.#stop = soundingVoice(tone(hz)).start((frame) => this.#peer.speak(frame));
  }

  silence(): void {
    this.#stop();
  }

  get heard(): Heard {
    return this.#ear.heard;
  }

  async hears(seconds: number): Promise<Heard> {
    const heard = await this.changes.until(() => (this.heard.seconds >= seconds ? this.heard : undefined), 10_000);
    if (heard.status === 'tooLate') throw new Error(`the business heard ${JSON.stringify(this.heard)}`);
    return heard.value;
  }

  close(): void {
    this.#stop();
    this.#peer.close();
  }
}

/** Graph as the business asks it. */
export const graphOf = (graphUrl: string, phoneNumberId: string, token: string) => {
  const ask = async (method: 'GET' | 'POST', path: string, body?: unknown) => {
    const answer = await request(`${graphUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json: unknown = await answer.body.json();
    return { status: answer.statusCode, json };
  };
  return {
    ask,
    act: (action: string, callId: string, sdp?: string, more: object = {}) =>
      ask('POST', `/${phoneNumberId}/calls`, {
        messaging_product: 'whatsapp',
        call_id: callId,
        action,
        ...(sdp === undefined ? {} : { session: { sdp_type: 'answer', sdp } }),
        ...more,
      }),
    connect: (to: string, sdp: string, more: object = {}) =>
      ask('POST', `/${phoneNumberId}/calls`, {
        messaging_product: 'whatsapp',
        to,
        action: 'connect',
        session: { sdp_type: 'offer', sdp },
        ...more,
      }),
  };
};
