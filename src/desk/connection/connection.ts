import { io, type Socket } from 'socket.io-client';
import { deskNamespace } from '../../contract/desk/socket.ts';
import { type Reply, replySchema } from '../../contract/desk/words.ts';
import type { RelayMeasure } from '../../contract/window/network.ts';
import { inOrder, untried } from '../../domain/network/transport.ts';
import type { DeskIdentity, Log, NetworkPort } from '../ports.ts';
import { problem } from '../sentences.ts';
import { whyUnreachable } from '../session/why-unreachable.ts';
import type { Outgoing } from '../state/effects.ts';
import type { ConnectionChange, RelayMessage } from '../state/facts.ts';
import { readers } from './messages.ts';
import { createPassage } from './passage.ts';
import { createPatience } from './put-out.ts';
import { couldNot } from './refusals.ts';

/** How long the relay may take to answer a command. */
const answerTimeMs = 5_000;
/** How long the relay is left alone after it could not do what it was asked. */
const failurePauseMs = 1_000;
/** Reconnecting starts within half a second and never waits longer than five. */
const firstPauseMs = 400;
const longestPauseMs = 5_000;

type ConnectionPorts = {
  network: NetworkPort;
  identity: DeskIdentity;
  log: Log;
  onMessage(message: RelayMessage): void;
  onChange(change: ConnectionChange): void;
  now(): number;
  /** The relay gave a sign of life, every ten seconds or so. */
  onBeat(): void;
  /** Nothing rings and nobody talks. */
  isIdle(): boolean;
  /** When the newest call in the local history ended, asked at every connect. */
  since(): number;
};

/**
 * One lasting connection to the relay. It gives up only when it is closed or its token is refused, and stays away when another
 * desk of the same identity has its place, until the agent takes over again.
 */
export function connect(relayUrl: string, token: string, ports: ConnectionPorts) {
  const { log, network } = ports;
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let refusals = 0;
  /** The relay has answered our hello on this connection. */
  let inStep = false;
  let putOut = false;
  const patience = createPatience(ports.now);
  const socket: Socket = io(`${relayUrl}${deskNamespace}`, {
    auth: { token, ...ports.identity },
    transports: network.transports(inOrder(untried)),
    tryAllTransports: true,
    upgrade: false,
    forceNew: true,
    autoConnect: false,
    reconnectionDelay: firstPauseMs,
    reconnectionDelayMax: longestPauseMs,
    randomizationFactor: 0.5,
    timeout: 8_000,
  });
  /** The connection is given up for a faster one. */
  let changing = false;
  const { isIdle, now } = ports;
  const onFaster = () => {
    changing = true;
    socket.io.engine.close();
  };
  const passage = createPassage({ relayUrl, manager: socket.io, network, isIdle, onFaster, now, log });

  socket.on('connect', () => {
    const transport = passage.opened();
    log.info('Connection: up', { transport });
    ports.onChange({ kind: 'connecting' });
    ports.onChange({ kind: 'opened', transport });
    void sayHello(socket.id);
  });
  socket.on('disconnect', (reason) => {
    log.warn('Connection: lost', { reason });
    passage.lost();
    putOut = reason === 'io server disconnect' && inStep && patience.isOver();
    inStep = false;
    if (putOut) {
      ports.onChange({ kind: 'putOut' });
      return;
    }
    ports.onChange(changing ? { kind: 'connecting' } : { kind: 'lost', problem: problem('relay.lost') });
    changing = false;
    connectAgain();
  });
  socket.on('connect_error', (error) => {
    log.warn('Connection: refused', { code: error.message });
    patience.renew();
    if (error.message === 'token') {
      ports.onChange({ kind: 'refused' });
      return;
    }
    const code = error.message === 'auth' ? 'relay.version' : whyUnreachable(error);
    ports.onChange({ kind: 'lost', problem: problem(code) });
    connectAgain();
  });
  socket.io.on('ping', ports.onBeat);
  for (const [name, read] of Object.entries(readers)) {
    socket.on(name, (body: unknown, heard?: unknown) => {
      const message = read(body);
      if (message !== null) ports.onMessage(message);
      else onUnreadable(name);
      if (message !== null && typeof heard === 'function') heard();
    });
  }

  function onUnreadable(name: string): void {
    log.warn('Connection: dropped a message', { code: 'message.unreadable', name });
    if (name === 'sync') ports.onChange({ kind: 'lost', problem: problem('relay.version') });
  }

  /** Socket.IO reconnects by itself only when the network failed, not when the server closed the socket or refused it. */
  function connectAgain(): void {
    if (closed || putOut || socket.active) return;
    clearTimeout(retry);
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** refusals);
    refusals += 1;
    retry = setTimeout(() => socket.connect(), pause * (0.5 + 0.5 * Math.random()));
  }

  async function sayHello(socketId: string | undefined): Promise<void> {
    while (socket.connected && socket.id === socketId) {
      const reply = await send({ name: 'hello', body: { since: ports.since() } });
      if (reply === null) continue;
      if (!reply.ok) {
        log.warn('Connection: hello refused', { code: reply.problem.code });
        ports.onChange({ kind: 'lost', problem: reply.problem });
      }
      inStep = reply.ok && socket.id === socketId;
      if (inStep) refusals = 0;
      return;
    }
  }

  /**
   * Null: the relay gave no answer, or could not do it this time. Either way the same may be asked again at once: whatever
   * comes to nothing here has taken its time.
   */
  async function send(message: Outgoing): Promise<Reply | null> {
    if (putOut) return message.name === 'takeOver' ? comeBack() : { ok: false, problem: problem('seat.elsewhere') };
    if (!socket.connected) return null;
    try {
      const raw: unknown = await socket.timeout(answerTimeMs).emitWithAck(message.name, message.body);
      const reply = replySchema.safeParse(raw);
      if (reply.success) {
        if (!couldNot(reply.data)) return reply.data;
        log.warn('Connection: the relay could not', { name: message.name });
        await new Promise((resolve) => setTimeout(resolve, failurePauseMs));
        return null;
      }
      log.warn('Connection: unreadable answer', { code: 'reply.unreadable', name: message.name });
      return { ok: false, problem: problem('relay.unexpected') };
    } catch {
      log.warn('Connection: no answer', { name: message.name });
      return null;
    }
  }

  /** Whoever connects last has the place: coming back takes over. */
  function comeBack(): Reply {
    putOut = false;
    patience.renew();
    socket.connect();
    return { ok: true };
  }

  socket.connect();
  return {
    send,
    isConnected: () => socket.connected,
    /** How fast the relay answers, the best of three; null while it does not. */
    async measure(): Promise<RelayMeasure | null> {
      const times: number[] = [];
      for (let turn = 0; turn < 3; turn += 1) {
        const from = ports.now();
        const reply = await send({ name: 'echo', body: {} });
        if (reply === null || !reply.ok) return null;
        times.push(ports.now() - from);
      }
      return { roundTripMs: Math.min(...times), transport: passage.transport(), way: await network.wayTo(relayUrl) };
    },
    /**
     * A connection that slept says that it is open long after the other side gave it up. It is dropped as a broken network would
     * drop it: saying goodbye would mean that the agent leaves, and end the call.
     */
    reconnect(): void {
      if (putOut) return;
      log.info('Connection: made anew');
      passage.forget();
      clearTimeout(retry);
      refusals = 0;
      if (socket.connected) socket.io.engine.close();
      else socket.disconnect().connect();
    },
    /** The network may let a WebSocket through now. */
    tryFast: passage.tryFast,
    /** @param comesBack the same desk goes on elsewhere at once: to the relay it looks like a network that broke, so a ring waits for it */
    close(comesBack = false): void {
      closed = true;
      clearTimeout(retry);
      passage.close();
      socket.removeAllListeners();
      if (comesBack) socket.io.reconnection(false).engine?.close();
      else socket.disconnect();
    },
  };
}
export type RelayConnection = ReturnType<typeof connect>;
