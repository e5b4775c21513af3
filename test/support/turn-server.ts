import { createHash, createHmac } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

const cookie = 0x2112a442;
const realm = 'nusa.example';
const nonce = 'once';
const requests = { binding: 0x0001, allocate: 0x0003, refresh: 0x0004, createPermission: 0x0008 };
const attributes = {
  username: 0x06,
  integrity: 0x08,
  error: 0x09,
  lifetime: 0x0d,
  relayed: 0x16,
  mapped: 0x20,
  realm: 0x14,
  nonce: 0x15,
};

/**
 * As much of a TURN server (RFC 8489, RFC 8656) as gathering candidates needs: it answers bindings by UDP, and gives addresses by
 * TCP to whoever has a credential made with the shared secret, as coturn's `use-auth-secret` checks it. It passes no sound on.
 */
export async function startTurnServer(secret: string) {
  /** The names that were given an address. */
  const allocated: string[] = [];
  const udp = createSocket('udp4');
  udp.on('message', (message, { address, port }) => {
    if (message.readUInt16BE(0) !== requests.binding) return;
    udp.send(answer(message, 0x0101, [xorAddress(attributes.mapped, address, port)]), port, address);
  });
  udp.bind(0, '127.0.0.1');
  const sockets = new Set<Socket>();
  const tcp = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let held = Buffer.alloc(0);
    socket.on('data', (part) => {
      held = Buffer.concat([held, part]);
      while (held.length >= 20 && held.length >= 20 + held.readUInt16BE(2)) {
        const size = 20 + held.readUInt16BE(2);
        const reply = replyTo(held.subarray(0, size), socket.remotePort ?? 0);
        held = held.subarray(size);
        if (reply !== null) socket.write(reply);
      }
    });
  });
  tcp.listen(0, '127.0.0.1');
  await Promise.all([once(udp, 'listening'), once(tcp, 'listening')]);
  const { port } = tcp.address() as AddressInfo;

  function replyTo(message: Buffer, from: number): Buffer | null {
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
    const told =
      type === requests.allocate
        ? [xorAddress(attributes.relayed, '127.0.0.1', 50_000), xorAddress(attributes.mapped, '127.0.0.1', from)]
        : [];
    const lifetime = attribute(attributes.lifetime, Buffer.from([0, 0, 2, 88]));
    const body = answer(message, type | 0x0100, [...told, lifetime]);
    return answer(message, type | 0x0100, [...told, lifetime, attribute(attributes.integrity, sign(body, key))]);
  }

  return {
    stun: `stun:127.0.0.1:${udp.address().port}`,
    turn: `turn:127.0.0.1:${port}?transport=tcp`,
    allocated,
    async close() {
      udp.close();
      for (const socket of sockets) socket.destroy();
      tcp.close();
      await once(tcp, 'close');
    },
  };
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
