import type { Reply } from '../../contract/desk/words.ts';
import type { Told } from '../state/effects.ts';

type OutboxPorts = {
  /** Sends one command; null when the relay did not answer in time or is away. */
  send(told: Told): Promise<Reply | null>;
  isConnected(): boolean;
  onTold(told: Told, reply: Reply): void;
};

/**
 * What the relay must learn however long it is away: a hang-up, that audio flows, that it failed, how it sounded. Each message
 * is kept until it is acknowledged or its call is over (how it sounded outlives that), and sent in the order in which it was put, one at a time.
 */
export function createOutbox(ports: OutboxPorts) {
  let waiting: Told[] = [];
  let sending = false;

  async function flush(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      for (let next = waiting[0]; next !== undefined && ports.isConnected(); next = waiting[0]) {
        const told = next;
        const reply = await ports.send(told);
        if (reply === null) continue;
        const known = waiting.includes(told);
        waiting = waiting.filter((other) => other !== told);
        if (known) ports.onTold(told, reply);
      }
    } finally {
      sending = false;
    }
  }

  return {
    put(told: Told): void {
      const again = waiting.some((other) => other.name === told.name && other.body.callId === told.body.callId);
      if (!again) waiting.push(told);
      void flush();
    },
    flush: () => void flush(),
    forget(callId: string): void {
      waiting = waiting.filter((told) => told.body.callId !== callId || told.name === 'call.quality');
    },
    clear(): void {
      waiting = [];
    },
    size: () => waiting.length,
  };
}
export type Outbox = ReturnType<typeof createOutbox>;
