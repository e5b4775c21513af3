import { setTimeout as wait } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { Agent, request } from 'undici';
import { connectWebhook, phoneOf, type Signed, terminateWebhook } from './meta-webhooks.ts';
import type { BenchServer } from './servers.ts';
import { type Summary, summarize } from './stats.ts';

const http = new Agent({ connections: 32, pipelining: 1 });

/** Connects as many desks as asked; each is a seat that proves, as desks do, that it can take calls. */
export async function connectDesks(server: BenchServer, count: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let index = 0; index < count; index++) {
    const auth = { token: server.tokens[index] ?? 'none', deskId: `bench-desk-${index}`, deskName: 'Bench' };
    const socket = io(`${server.url}/desk`, { auth, transports: ['websocket'], forceNew: true, reconnection: false });
    const prove = () =>
      socket.emit('proof', { awake: true, voice: true, microphone: 'ok', output: true }, () => undefined);
    socket.on('connect', prove);
    socket.io.on('ping', prove);
    sockets.push(socket);
    if (index % 50 === 49) await Promise.all(sockets.slice(-50).map(connected));
  }
  await Promise.all(sockets.map(connected));
  return sockets;
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.connected) return resolve();
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
}

export type LoadResult = { toRing: Summary; durable: Summary; lost: number };

/**
 * Posts `perSecond` connects a second, and a terminate for each call that rang, so that its seat is free again.
 * The clock of a ring starts when its webhook is handed to the network here and stops when the desk's socket has the ring here.
 */
export async function load(
  server: BenchServer,
  desks: Socket[],
  perSecond: number,
  seconds: number,
  first: number,
): Promise<LoadResult> {
  const started = new Map<string, number>();
  const toRing: number[] = [];
  const durable: number[] = [];
  const posts: Promise<void>[] = [];
  const post = ({ body, signature }: Signed) => {
    const from = performance.now();
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
    posts.push(
      request(`${server.url}/webhooks/whatsapp`, { method: 'POST', body, headers, dispatcher: http }).then(
        async (response) => {
          await response.body.dump();
          if (response.statusCode === 200) durable.push(performance.now() - from);
        },
      ),
    );
    return from;
  };
  const onRing = (ring: { customer: { phone: string } }) => {
    const from = started.get(ring.customer.phone);
    if (from === undefined) return;
    toRing.push(performance.now() - from);
    started.delete(ring.customer.phone);
    post(terminateWebhook(Number(ring.customer.phone.slice(-8))));
  };
  for (const desk of desks) desk.on('ring', onRing);

  const begin = performance.now();
  const total = perSecond * seconds;
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - begin) / 1000) * perSecond));
    for (; sent < due; sent++) {
      const webhook = connectWebhook(first + sent);
      started.set(`+${phoneOf(first + sent)}`, post(webhook));
    }
    await wait(1);
  }
  await wait(1000);
  await Promise.all(posts);
  for (const desk of desks) desk.off('ring', onRing);
  return { toRing: summarize(toRing), durable: summarize(durable), lost: started.size };
}
