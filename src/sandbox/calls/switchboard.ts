/** All calls of this Meta: moves each by `move`, and does what follows: webhooks, audio, timers, permission. */
import type { Behaviour } from '../behaviour.ts';
import type { Changes } from '../changes.ts';
import type { Customer } from '../customers/customer.ts';
import type { Permissions } from '../customers/permissions.ts';
import { newWacid } from '../ids.ts';
import type { PhoneLine } from '../media/phone-line.ts';
import { openAt } from '../numbers/call-hours.ts';
import { type PhoneNumber, restricted } from '../numbers/phone-number.ts';
import { checkAnswer } from '../sdp/check.ts';
import { META_MID } from '../sdp/meta-look.ts';
import type { Change } from '../webhooks/change.ts';
import { Call, type CallStart } from './call.ts';
import { connectChange, statusChange, terminateChange } from './change.ts';
import { type Effect, type LifeEvent, move } from './life.ts';

export type LineMaker = (call: Call, events: { onBusinessAudio: () => void; onHeard: () => void }) => PhoneLine;

export type Outcome =
  /** `warnings`: about the session description. */
  | { readonly status: 'done'; readonly warnings?: readonly string[] }
  | { readonly status: 'refused'; readonly code: 100 | 138008; readonly details: string };

export type UserCallOptions = Pick<CallStart, 'number' | 'customer' | 'ctaPayload' | 'deeplinkPayload'>;
export type Placing =
  | { readonly status: 'ringing'; readonly call: Call }
  | {
      readonly status: 'notPlaced';
      readonly reason: 'callingOff' | 'outsideHours' | 'restricted' | 'busy' | 'tooManyCalls';
    };

type Deps = {
  readonly behaviour: () => Behaviour;
  readonly changes: Changes;
  readonly permissions: Permissions;
  readonly send: (change: Change) => void;
  readonly now: () => number;
};

const KEPT = 20_000;

export class Switchboard {
  readonly calls = new Map<string, Call>();
  readonly #alive = new Set<Call>();
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  alive(number: PhoneNumber): Call[] {
    return [...this.#alive].filter((call) => call.number === number);
  }

  between(number: PhoneNumber, customer: Customer): Call | undefined {
    return this.alive(number).find((call) => call.customer.id === customer.id);
  }

  /** A customer calls the business. Where Meta would not let the call through, no webhook leaves. */
  async placeUserCall(options: UserCallOptions, makeLine: LineMaker): Promise<Placing> {
    const { number, customer } = options;
    const now = this.#deps.now();
    if (number.settings.status !== 'ENABLED') return { status: 'notPlaced', reason: 'callingOff' };
    if (!openAt(number.settings.call_hours, now)) return { status: 'notPlaced', reason: 'outsideHours' };
    if (restricted(number, 'user', now)) return { status: 'notPlaced', reason: 'restricted' };
    const alive = this.alive(number);
    if (alive.some((call) => call.customer.id === customer.id)) return { status: 'notPlaced', reason: 'busy' };
    if (alive.length >= this.#deps.behaviour().concurrentCalls) return { status: 'notPlaced', reason: 'tooManyCalls' };

    const call = this.#open(
      { ...options, direction: 'user', id: newWacid('user', customer.phone, number.displayPhone) },
      makeLine,
    );
    const offer = await call.line?.offer();
    if (offer === undefined || !call.alive) return { status: 'notPlaced', reason: 'callingOff' };
    call.setTimer('ring', this.#deps.behaviour().userRingMs, () => this.event(call, { type: 'ringTimeout' }));
    this.#deps.send(connectChange(call, 'user', offer, this.#deps.now()));
    this.#deps.changes.notify();
    return { status: 'ringing', call };
  }

  /** The business calls a customer. `ring` is to be run once Graph has answered: then the webhooks begin. */
  async placeBusinessCall(
    start: Omit<CallStart, 'id' | 'direction'>,
    offer: string,
    makeLine: LineMaker,
  ): Promise<{ status: 'placed'; call: Call; ring: () => void } | Extract<Outcome, { status: 'refused' }>> {
    const id = newWacid('business', start.customer.phone, start.number.displayPhone);
    const call = this.#open({ ...start, id, direction: 'business' }, makeLine);
    const answer = await call.line?.answer(offer).catch(() => undefined);
    if (answer === undefined) {
      call.release();
      this.calls.delete(id);
      this.#alive.delete(call);
      return { status: 'refused', code: 138008, details: 'The SDP offer cannot be used' };
    }
    const ring = (): void => {
      if (!call.alive) return;
      this.#deps.send(connectChange(call, 'business', answer, this.#deps.now()));
      this.#deps.send(statusChange(call, 'RINGING', this.#deps.now()));
      call.setTimer('ring', this.#deps.behaviour().businessRingMs, () => this.event(call, { type: 'ringTimeout' }));
      this.#customerReacts(call);
      this.#deps.changes.notify();
    };
    return { status: 'placed', call, ring };
  }

  /** `pre_accept` and `accept`: one at a time per call, so that a second one is refused. */
  answer(call: Call, event: Extract<LifeEvent, { sdp: string }>): Promise<Outcome> {
    return call.inTurn(async () => {
      const possible = move(call.life, event, this.#deps.now());
      if (possible.status === 'refused') return { status: 'refused', code: 100, details: possible.details };
      const verdict = checkAnswer(event.sdp, META_MID);
      if (verdict.status === 'refused') return verdict;
      if (call.life.answerSdp === undefined) {
        try {
          await call.line?.takeAnswer(event.sdp);
        } catch {
          return { status: 'refused', code: 138008, details: 'The SDP answer cannot be used' };
        }
      }
      const outcome = this.event(call, event);
      return outcome.status === 'refused' ? outcome : { ...outcome, warnings: verdict.warnings };
    });
  }

  event(call: Call, event: LifeEvent): Outcome {
    const done = move(call.life, event, this.#deps.now());
    if (done.status === 'refused') return { status: 'refused', code: 100, details: done.details };
    call.life = done.life;
    for (const effect of done.effects) this.#perform(call, effect);
    if (call.life.earlyMedia) call.line?.mayTalk();
    if (event.type === 'businessAudio' && call.life.phase === 'active') this.#watchAudio(call);
    this.#deps.changes.notify();
    return { status: 'done' };
  }

  close(): void {
    for (const call of this.calls.values()) call.release();
  }

  #open(start: CallStart, makeLine: LineMaker): Call {
    const call = new Call(start, (self) =>
      makeLine(self, {
        onBusinessAudio: () => void this.event(self, { type: 'businessAudio' }),
        onHeard: () => this.#deps.changes.notify(),
      }),
    );
    this.calls.set(call.id, call);
    this.#alive.add(call);
    for (const old of this.calls.values()) {
      if (this.calls.size <= KEPT || old.alive) break;
      this.calls.delete(old.id);
    }
    return call;
  }

  #customerReacts(call: Call): void {
    const { onCall, person } = call.customer;
    if (person || onCall.kind === 'neverAnswers') return;
    const type = onCall.kind === 'picksUp' ? 'customerAnswers' : 'customerRejects';
    call.setTimer('customer', onCall.afterMs, () => this.event(call, { type }));
  }

  #perform(call: Call, effect: Effect): void {
    const { send, permissions, behaviour } = this.#deps;
    const now = this.#deps.now();
    switch (effect) {
      case 'answered':
        call.clearTimer('ring');
        call.line?.mayTalk();
        permissions.connected(call.number, call.customer, call.life.direction);
        this.#watchAudio(call);
        return;
      case 'accepted':
        send(statusChange(call, 'ACCEPTED', now));
        return;
      case 'rejected':
        send(statusChange(call, 'REJECTED', now));
        return;
      case 'terminated':
        call.release();
        this.#alive.delete(call);
        send(terminateChange(call, call.life, behaviour().unansweredStatus, now));
        if (call.life.direction === 'user') permissions.userCalled(call.number, call.customer, call.id);
        else if (call.life.startedAt === undefined && call.life.endedBy !== 'business')
          permissions.struck(call.number, call.customer);
        return;
    }
  }

  /** Ends the call when no audio of the business comes: looked at when it would be due, not all the time. */
  #watchAudio(call: Call): void {
    if (!call.hasAudio) return;
    const { mediaStartMs, mediaGapMs } = this.#deps.behaviour();
    const last = call.line?.lastPacketAt;
    // The line hears by the computer's clock, whatever the time of this Meta is.
    const left =
      last === undefined
        ? (call.life.startedAt ?? 0) + mediaStartMs - this.#deps.now()
        : last + mediaGapMs - Date.now();
    if (left <= 0) this.event(call, { type: 'mediaTimeout' });
    else call.setTimer('media', left, () => this.#watchAudio(call));
  }
}
