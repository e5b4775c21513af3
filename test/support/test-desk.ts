import { io, type Socket } from 'socket.io-client';
import type { z } from 'zod';
import { type Session, sessionSchema } from '../../src/contract/api/session.ts';
import type { proofSchema } from '../../src/contract/desk/readiness.ts';
import type { CallRecord, DeskSync, DeskToRelay, LiveCall, RelayToDesk, Ring } from '../../src/contract/desk/socket.ts';
import type { Reply } from '../../src/contract/desk/words.ts';
import type { AvailabilityChoice } from '../../src/domain/people/availability.ts';
import { silentSdp } from '../../src/sandbox/sdp/canned.ts';
import { password } from './relay-process.ts';

type Facts = { [Fact in keyof RelayToDesk]: Parameters<RelayToDesk[Fact]>[0] };
/** A desk without sound that says it has some. */
export const soundProof = { awake: true, voice: true, microphone: 'ok', output: true } as const;

type Heard = { [Fact in keyof Facts]: { fact: Fact; value: Facts[Fact] } }[keyof Facts];

export async function signIn(relayUrl: string, email: string): Promise<Session> {
  const response = await fetch(`${relayUrl}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return sessionSchema.parse(await response.json());
}

/** A desk as the relay sees it: a real socket that keeps everything it is told, without a screen and without sound. */
export class TestDesk {
  readonly socket: Socket<RelayToDesk, DeskToRelay>;
  readonly heard: Heard[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #relayUrl: string;
  readonly #token: string;
  /** What it says whenever a proof is due; null for a desk that says nothing. */
  proof: z.infer<typeof proofSchema> | null;

  constructor(
    relayUrl: string,
    token: string,
    deskId = `desk-${crypto.randomUUID()}`,
    proof: TestDesk['proof'] = soundProof,
  ) {
    this.proof = proof;
    this.#relayUrl = relayUrl;
    this.#token = token;
    const auth = { token, deskId, deskName: deskId };
    this.socket = io(`${relayUrl}/desk`, {
      auth,
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 100,
    });
    this.socket.onAny((fact: Heard['fact'], value, heard?: () => void) => {
      heard?.();
      this.heard.push({ fact, value } as Heard);
      for (const look of this.#waiting) look();
    });
    this.socket.on('connect', () => this.socket.emit('hello', { since: 0 }, () => undefined));
    const prove = () => this.proof !== null && this.socket.emit('proof', this.proof, () => undefined);
    this.socket.on('sync', prove);
    this.socket.io.on('ping', prove);
  }

  static async open(relayUrl: string, email: string, deskId?: string, proof?: TestDesk['proof']): Promise<TestDesk> {
    const { token } = await signIn(relayUrl, email);
    const desk = new TestDesk(relayUrl, token, deskId, proof);
    await desk.next('sync');
    if (desk.proof !== null) await desk.ask('proof', desk.proof);
    return desk;
  }

  /** The next fact of a kind (and that fits) that has not been taken yet. Rejects after a while (ms), saying what was heard. */
  next<Fact extends keyof Facts>(
    fact: Fact,
    fits: (value: Facts[Fact]) => boolean = () => true,
    within = 10_000,
  ): Promise<Facts[Fact]> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const index = this.heard.findIndex((one) => one.fact === fact && fits(one.value as Facts[Fact]));
        if (index === -1) return;
        const [found] = this.heard.splice(index, 1);
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(found?.value as Facts[Fact]);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`no ${fact} came; heard: ${this.heard.map((one) => one.fact).join(', ') || 'nothing'}`));
      }, within);
      this.#waiting.add(look);
      look();
    });
  }

  /** What the agent is available for from now on, by a clock that is right. */
  says(choice: AvailabilityChoice): Promise<Reply> {
    return this.ask('availability', { choice, now: Date.now() });
  }

  answer(ring: Ring, sdp = silentSdp('active', 'audio')): Promise<Reply> {
    return this.ask('answer', { callId: ring.callId, ringId: ring.ringId, sdp });
  }

  /** Answers, reports the media up, and waits until the call is on. */
  async take(ring: Ring): Promise<LiveCall> {
    const reply = await this.answer(ring);
    if (!reply.ok) throw new Error(reply.problem.sentence);
    await this.next('call', (call) => call.phase === 'connecting');
    await this.ask('media.connected', { callId: ring.callId });
    return this.next('call', (call) => call.phase === 'onCall');
  }

  ask<Command extends Exclude<keyof DeskToRelay, 'hello'>>(
    command: Command,
    input: Parameters<DeskToRelay[Command]>[0],
  ): Promise<Reply> {
    const emit: (name: string, ...args: unknown[]) => Promise<Reply> = (name, ...args) =>
      this.socket.timeout(10_000).emitWithAck(name as never, ...(args as never)) as Promise<Reply>;
    return emit(command, input);
  }

  /** The HTTP API, as who is signed in at this desk. */
  async api(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${this.#relayUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  }

  close(): void {
    this.socket.disconnect();
  }
}

export type { CallRecord, DeskSync };
