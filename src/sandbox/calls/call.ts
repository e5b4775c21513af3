/** A call that is going on, or a memory of one: its life, its line and its timers. */
import type { Customer } from '../customers/customer.ts';
import { Ear, type Heard } from '../media/ear.ts';
import type { PhoneLine } from '../media/phone-line.ts';
import type { PhoneNumber } from '../numbers/phone-number.ts';
import type { CallFacts } from './change.ts';
import { type Life, newborn } from './life.ts';

export type CallStart = {
  readonly id: string;
  readonly direction: Life['direction'];
  readonly number: PhoneNumber;
  readonly customer: Customer;
  readonly ctaPayload?: string | undefined;
  readonly deeplinkPayload?: string | undefined;
  readonly tracking?: string | undefined;
};

type TimerName = 'ring' | 'customer' | 'media';

export class Call implements CallFacts {
  readonly id: string;
  readonly number: PhoneNumber;
  readonly customer: Customer;
  readonly ctaPayload: string | undefined;
  readonly deeplinkPayload: string | undefined;
  readonly createdAt = Date.now();
  tracking: string | undefined;
  life: Life;
  readonly hasAudio: boolean;
  #line: PhoneLine | undefined;
  #memory: Heard = new Ear().heard;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #timers = new Map<TimerName, NodeJS.Timeout>();

  constructor(start: CallStart, makeLine: (call: Call) => PhoneLine) {
    this.id = start.id;
    this.number = start.number;
    this.customer = start.customer;
    this.ctaPayload = start.ctaPayload;
    this.deeplinkPayload = start.deeplinkPayload;
    this.tracking = start.tracking;
    this.life = newborn(start.direction);
    this.#line = makeLine(this);
    this.hasAudio = this.#line.hasAudio;
  }

  /** Undefined once the call has ended. */
  get line(): PhoneLine | undefined {
    return this.#line;
  }

  get heard(): Heard {
    return this.#line?.heard ?? this.#memory;
  }

  get alive(): boolean {
    return this.life.phase !== 'ended';
  }

  /** Runs one after the other what may not cross, such as two accepts. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  setTimer(name: TimerName, afterMs: number, run: () => void): void {
    this.clearTimer(name);
    this.#timers.set(name, setTimeout(run, afterMs));
  }

  clearTimer(name: TimerName): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }

  /** Keeps what was heard and lets go of everything else. */
  release(): void {
    for (const name of [...this.#timers.keys()]) this.clearTimer(name);
    if (this.#line === undefined) return;
    this.#memory = this.#line.heard;
    this.#line.close();
    this.#line = undefined;
  }
}
