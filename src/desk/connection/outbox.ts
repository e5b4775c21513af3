import type { Reply } from '../../contract/desk/words.ts';
import { problem } from '../sentences.ts';
import type { Told } from '../state/effects.ts';
import { answered, forget, isGivenUp, next, put, tryAnew, type Untold } from './untold.ts';

type OutboxPorts = {
  /** Sends one command; null when the relay did not answer in time or is away. */
  send(told: Told): Promise<Reply | null>;
  isConnected(): boolean;
  onTold(told: Told, reply: Reply): void;
};

/**
 * What the relay must learn however long it is away: a hang-up, that audio flows, that it failed, how it sounded, what was written. Each
 * message is kept until it is acknowledged or its call is over (how it sounded and what was written outlive that), and said one at a time; the order is that of `untold.ts`.
 */
export function createOutbox(ports: OutboxPorts) {
  let untold: Untold = [];
  let sending = false;

  async function flush(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      for (let told = next(untold); told !== null && ports.isConnected(); told = next(untold)) {
        const sent = told;
        const reply = await ports.send(sent);
        const known = untold.some((other) => other.told === sent);
        // Silence of a connection that is gone says nothing about what was told.
        if (reply !== null || ports.isConnected()) untold = answered(untold, sent, reply);
        if (known && reply !== null) ports.onTold(sent, reply);
        else if (isGivenUp(untold, sent)) ports.onTold(sent, { ok: false, problem: problem('relay.slow') });
      }
    } finally {
      sending = false;
    }
  }

  return {
    put(told: Told): void {
      untold = put(untold, told);
      void flush();
    },
    /** The connection is new. */
    flush(): void {
      untold = tryAnew(untold);
      void flush();
    },
    forget(callId: string): void {
      untold = forget(untold, callId);
    },
    clear(): void {
      untold = [];
    },
    size: () => untold.length,
  };
}
export type Outbox = ReturnType<typeof createOutbox>;
