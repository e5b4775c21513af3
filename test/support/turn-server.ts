import { createHash, createHmac } from 'node:crypto';
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

const cookie = 0x2112a442;
const realm = 'nusa.example';
const nonce = 'once';
const requests = { binding: 0x0001, allocate: 0x0003, refresh: 0x0004, createPermission: 0x0008, channelBind: 0x0009 };
/** Said without an answer: what goes to a peer, and what came from one. */
const indications = { send: 0x0016, data: 0x0017 };
const attributes = {
  username: 0x06,
  integrity: 0x08,
  error: 0x09,
  channel: 0x0c,
  lifetime: 0x0d,
  peer: 0x12,
  data: 0x13,
  realm: 0x14,
  nonce: 0x15,
  relayed: 0x16,
  mapped: 0x20,
};

/**
 * As much of a TURN server (RFC 8489, RFC 8656) as a desk needs: it answers bindings by UDP, and passes sound on for whoever comes by TCP
 * or TLS with a credential made with the shared secret, as coturn's `use-auth-secret` checks it.
 *
 * @param certificate for 127.0.0.1; without one there is no TLS
 */
export async function startTurnServer(
  secret: string,
  certificate: { cert: string; key: string | Buffer } | null = null,
) {
  /** The names that were given an address. */
  const allocated: string[] = [];
  const passed = { packetsToPeers: 0, packetsFromPeers: 0 };
  const udp = createSocket('udp4');
  udp.on('message', (message, { address, port }) => {
    if (message.readUInt16BE(0) !== requests.binding) return;
    udp.send(answer(message, 0x0101, [xorAddress(attributes.mapped, address, port)]), port, address);
  });
  udp.bind(0, '127.0.0.1');
  const sockets = new Set<Socket>();
  const serve = (socket: Socket): void => {
    sockets.add(socket);
    const relay = createSocket('udp4').bind(0, '127.0.0.1');
    const channels = new Channels();
    relay.on('message', (data, { address, port }) => {
      passed.packetsFromPeers += 1;
      socket.write(channels.fromPeer(data, { address, port }));
    });
    socket.on('error', () => undefined);
    socket.on('close', () => relay.close());
    let held = Buffer.alloc(0);
    const read = (part: Buffer) => {
      held = Buffer.concat([held, part]);
      for (let size = sizeOfFirst(held); size !== null && held.length >= size; size = sizeOfFirst(held)) {
        take(held.subarray(0, size), socket, relay, channels);
        held = held.subarray(size);
      }
    };
    // The address that it gives is known once the socket has one.
    relay.once('listening', () => socket.on('data', read));
  };
  const servers: Server[] = [createServer(serve)];
  if (certificate !== null) servers.push(createTlsServer(certificate, serve));
  for (const server of servers) server.listen(0, '127.0.0.1');
  await Promise.all([udp, ...servers].map((one) => once(one, 'listening')));
  const [tcpPort, tlsPort] = servers.map((server) => (server.address() as AddressInfo).port);

  function take(message: Buffer, socket: Socket, relay: UdpSocket, channels: Channels): void {
    const sent = channels.toPeer(message);
    if (sent === null) {
      const reply = replyTo(message, socket.remotePort ?? 0, relay.address().port, channels);
      if (reply !== null) socket.write(reply);
      return;
    }
    passed.packetsToPeers += 1;
    relay.send(sent.data, sent.peer.port, sent.peer.address);
  }

  function replyTo(message: Buffer, from: number, relayPort: number, channels: Channels): Buffer | null {
    const type = message.readUInt16BE(0);
    const known = Object.values(requests).includes(type) && type !== requests.binding;
    if (!known) return null;
    const found = read(message);
    const username = found.get(attributes.username)?.value.toString();
    const integrity = found.get(attributes.integrity);
    if (username === undefined || integrity === undefined) return refuse(message, type);
    const password = createHmac('sha1', secret).update(username).digest('base64');
    const key = createHash('md5').update(`${username}:${realm}:${password}`).digest();
    if (!sign(message.subarray(0, integrity.at), key).equals(integrity.value)) return refuse(message, type);
    if (type === requests.allocate) allocated.push(username);
    if (type === requests.channelBind) channels.bind(found);
    const told =
      type === requests.allocate
        ? [xorAddress(attributes.relayed, '127.0.0.1', relayPort), xorAddress(attributes.mapped, '127.0.0.1', from)]
        : [];
    const lifetime = attribute(attributes.lifetime, Buffer.from([0, 0, 2, 88]));
    const body = answer(message, type | 0x0100, [...told, lifetime]);
    return answer(message, type | 0x0100, [...told, lifetime, attribute(attributes.integrity, sign(body, key))]);
  }

  return {
    stun: `stun:127.0.0.1:${udp.address().port}`,
    turn: `turn:127.0.0.1:${tcpPort}?transport=tcp`,
    turns: `turns:127.0.0.1:${tlsPort}?transport=tcp`,
    allocated,
    passed,
    async close() {
      udp.close();
      for (const socket of sockets) socket.destroy();
      for (const server of servers) {
        server.close();
        await once(server, 'close');
      }
    },
  };
}

type Peer = { address: string; port: number };

/** What one client sends to its peers and gets from them: with a number for a peer that has one, else with its address (RFC 8656 §11, §12). */
class Channels {
  readonly #peers = new Map<number, Peer>();
  readonly #numbers = new Map<string, number>();

  bind(found: ReturnType<typeof read>): void {
    const number = found.get(attributes.channel)?.value.readUInt16BE(0);
    const peer = peerIn(found);
    if (number === undefined || peer === null) return;
    this.#peers.set(number, peer);
    this.#numbers.set(`${peer.address}:${peer.port}`, number);
  }

  /** @returns null for what is not for a peer */
  toPeer(message: Buffer): { peer: Peer; data: Buffer } | null {
    const first = message.readUInt16BE(0);
    if (isChannel(first)) {
      const peer = this.#peers.get(first);
      return peer === undefined ? null : { peer, data: message.subarray(4, 4 + message.readUInt16BE(2)) };
    }
    if (first !== indications.send) return null;
    const found = read(message);
    const peer = peerIn(found);
    const data = found.get(attributes.data)?.value;
    return peer === null || data === undefined ? null : { peer, data };
  }

  fromPeer(data: Buffer, { address, port }: Peer): Buffer {
    const number = this.#numbers.get(`${address}:${port}`);
    // The same shape as an attribute: what it is, how long, and filled up to four bytes.
    if (number !== undefined) return attribute(number, data);
    const head = Buffer.alloc(20);
    head.writeUInt32BE(cookie, 4);
    crypto.getRandomValues(head.subarray(8));
    return answer(head, indications.data, [
      xorAddress(attributes.peer, address, port),
      attribute(attributes.data, data),
    ]);
  }
}

const isChannel = (first: number): boolean => first >= 0x4000 && first <= 0x4fff;

/** How long the message is that begins here; null while that is not known. */
function sizeOfFirst(held: Buffer): number | null {
  if (held.length < 4) return null;
  const length = held.readUInt16BE(2);
  return isChannel(held.readUInt16BE(0)) ? 4 + Math.ceil(length / 4) * 4 : 20 + length;
}

function peerIn(found: ReturnType<typeof read>): Peer | null {
  const value = found.get(attributes.peer)?.value;
  if (value === undefined || value[1] !== 1) return null;
  const address = Buffer.alloc(4);
  address.writeUInt32BE((value.readUInt32BE(4) ^ cookie) >>> 0);
  return { address: [...address].join('.'), port: value.readUInt16BE(2) ^ (cookie >>> 16) };
}

function refuse(message: Buffer, type: number): Buffer {
  const code = attribute(attributes.error, Buffer.concat([Buffer.from([0, 0, 4, 1]), Buffer.from('Unauthorized')]));
  const asked = [attribute(attributes.realm, Buffer.from(realm)), attribute(attributes.nonce, Buffer.from(nonce))];
  return answer(message, type | 0x0110, [code, ...asked]);
}

/** HMAC-SHA1 over what comes before, with the length that the message has once the HMAC is part of it (RFC 8489 §14.5). */
function sign(before: Buffer, key: Buffer): Buffer {
  const counted = Buffer.from(before);
  counted.writeUInt16BE(before.length - 20 + 24, 2);
  return createHmac('sha1', key).update(counted).digest();
}

function read(message: Buffer): Map<number, { at: number; value: Buffer }> {
  const found = new Map<number, { at: number; value: Buffer }>();
  for (let at = 20; at + 4 <= message.length; ) {
    const length = message.readUInt16BE(at + 2);
    found.set(message.readUInt16BE(at), { at, value: message.subarray(at + 4, at + 4 + length) });
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return found;
}

function answer(message: Buffer, type: number, parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.from(message.subarray(0, 20));
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(body.length, 2);
  return Buffer.concat([head, body]);
}

function attribute(type: number, value: Buffer): Buffer {
  const made = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);
  made.writeUInt16BE(type, 0);
  made.writeUInt16BE(value.length, 2);
  value.copy(made, 4);
  return made;
}

function xorAddress(type: number, address: string, port: number): Buffer {
  const value = Buffer.from([0, 1, 0, 0, ...address.split('.').map(Number)]);
  value.writeUInt16BE(port ^ (cookie >>> 16), 2);
  value.writeUInt32BE((value.readUInt32BE(4) ^ cookie) >>> 0, 4);
  return attribute(type, value);
}
