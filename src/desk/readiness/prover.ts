import type { Reply } from '../../contract/desk/words.ts';
import type { VoiceEvent, VoicePort } from '../../contract/window/voice.ts';
import { clockAhead } from '../../domain/network/clock.ts';
import { listenEvery, type Proof, proveEvery } from '../../domain/readiness/readiness.ts';
import type { Log } from '../ports.ts';

/** How long the voice page may take: it listens for 300 ms, and a hidden page is slow. */
const voiceTimeMs = 4_000;

/** What a proof found; `roundTripMs` to the relay and back, `clockAheadMs` as {@link clockAhead} says, null too where the relay did not tell. */
export type Proved = { proof: Proof; heardAt: number | null; roundTripMs: number; clockAheadMs: number | null };

type Heard = Extract<VoiceEvent, { kind: 'proved' }>;

type ProverPorts = {
  voice: Pick<VoicePort, 'send'>;
  /** Null when the relay gave no answer in time. */
  tell(proof: Proof): Promise<Reply | null>;
  /** Connected, and the seat is ours. */
  isSeated(): boolean;
  onProved(proved: Proved): void;
  /** The relay did not answer on a connection that says it is open. */
  onSilence(): void;
  now(): number;
  log: Log;
};

/**
 * Proves that this desk can take a call: awake, the voice page answers, microphone and output are there, and the relay confirms
 * it. The microphone is really listened to at first, after everything that may have changed it, while it is not well, and then
 * every 15 minutes.
 */
export function createProver(ports: ProverPorts) {
  const { voice, now, log } = ports;
  let awake = true;
  let count = 0;
  let listenedAt = Number.NEGATIVE_INFINITY;
  let provedAt = Number.NEGATIVE_INFINITY;
  /** How often something has changed that may have changed the microphone, and as of which of these it was well; -1: it is not. */
  let changes = 0;
  let wellAsOf = -1;
  let running = false;
  let again: { ask: boolean } | null = null;
  let onAnswer: (heard: Heard) => void = () => {};

  async function prove(ask = false): Promise<void> {
    if (running) {
      again = { ask: ask || again?.ask === true };
      return;
    }
    running = true;
    try {
      if (ports.isSeated()) await proveOnce(ask);
    } finally {
      running = false;
    }
    const next = again;
    again = null;
    if (next !== null) await prove(next.ask);
  }

  async function proveOnce(ask: boolean): Promise<void> {
    const began = now();
    provedAt = began;
    const changesBefore = changes;
    const listen = ask || wellAsOf !== changes || apart(began, listenedAt) >= listenEvery;
    // Who is about to sleep has no time to listen.
    const heard = awake ? await askVoice(listen, ask) : null;
    const proof: Proof = {
      awake,
      voice: !awake || heard !== null,
      microphone: heard?.microphone ?? 'ok',
      output: heard?.output ?? true,
    };
    // A ring or a call in the way keeps the microphone from being listened to: then it is still owed.
    const listened = heard !== null && heard.heardAt !== null && heard.heardAt >= began;
    if (listened) listenedAt = began;
    // What changed while it was proved has not been listened to.
    wellAsOf = heard?.microphone === 'ok' && (listened || !listen) ? changesBefore : -1;
    const sent = now();
    const reply = await ports.tell(proof);
    if (reply === null) {
      log.warn('Readiness: the relay did not answer', { code: 'relay.slow' });
      if (ports.isSeated()) ports.onSilence();
      return;
    }
    if (!reply.ok) return;
    const answeredAt = now();
    const clockAheadMs = reply.now === undefined ? null : clockAhead({ sentAt: sent, answeredAt, relayNow: reply.now });
    const roundTripMs = Math.max(0, answeredAt - sent);
    ports.onProved({ proof, heardAt: heard?.heardAt ?? null, roundTripMs, clockAheadMs });
  }

  function askVoice(listen: boolean, ask: boolean): Promise<Heard | null> {
    count += 1;
    const id = count;
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve(null), voiceTimeMs);
      onAnswer = (heard) => {
        if (heard.id !== id) return;
        clearTimeout(late);
        resolve(heard);
      };
      voice.send({ kind: 'prove', id, listen, ask });
    });
  }

  return {
    prove,
    onVoice: (heard: Heard) => onAnswer(heard),
    /** A sign of life of the relay, which comes more often than a proof is due and which no browser holds back. */
    beat(): void {
      if (apart(now(), provedAt) >= proveEvery - 1_000) void prove();
    },
    /** No ring and no call is in the way any more: what could not be listened to meanwhile is. */
    freed(): void {
      if (wellAsOf !== changes || now() - listenedAt >= listenEvery) void prove();
    },
    /** Microphone, network or power may be other than they were. */
    changed(): void {
      changes += 1;
      void prove();
    },
    /** Who wakes is connected anew, and proves itself when that has happened. */
    setAwake(next: boolean): void {
      awake = next;
      changes += 1;
      if (!awake) void prove();
    },
  };
}

/** Also when the clock was set back in between: else nothing would be proved until it has caught up. */
function apart(later: number, earlier: number): number {
  return Math.abs(later - earlier);
}
