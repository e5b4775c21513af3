/**
 * A network between the customer's phone and the business that loses packets: a UDP forwarder on the machine's own address. libwebrtc in
 * Node cannot be told to lose any. The business is given the forwarder's port for the phone's, and the phone is told none of the business's
 * addresses, so that it knows only who comes through here.
 */
import { createSocket, type Socket } from 'node:dgram';

/** Shares of the packets, 0..1, of sound and of the reports about it. What sets a connection up and keeps it (STUN, DTLS) always passes. */
export type Loss = { readonly toBusiness: number; readonly fromBusiness: number };

type Address = { readonly address: string; readonly port: number };

export class LossyNetwork {
  readonly #outer = createSocket('udp4');
  /** One for each address of the business, as a NAT has. */
  readonly #inner = new Map<string, Socket>();
  #phone: Address | undefined;
  #loss: Loss = { toBusiness: 0, fromBusiness: 0 };
  readonly #owed = { toBusiness: 0, fromBusiness: 0 };
  #closed = false;

  /** @returns the phone's description as the business is to see it: with one candidate, which is here */
  async before(sdp: string): Promise<string> {
    const phone = firstAddress(sdp);
    if (phone === undefined) throw new Error('the phone has no IPv4 address');
    this.#phone = phone;
    this.#outer.on('message', (packet, from) => this.#toPhone(packet, from));
    await new Promise<void>((bound) => this.#outer.bind(0, phone.address, bound));
    const here = String(this.#outer.address().port);
    let isFirst = true;
    return eachLine(sdp, (line) => {
      if (line.startsWith('m=audio ')) return line.replace(/^m=audio \d+/, `m=audio ${here}`);
      if (line.startsWith('c=IN ')) return `c=IN IP4 ${phone.address}`;
      if (!line.startsWith('a=candidate:')) return line;
      const isThis = isFirst && line.includes(` ${phone.address} ${phone.port} `);
      if (isThis) isFirst = false;
      return isThis ? line.replace(` ${phone.address} ${phone.port} `, ` ${phone.address} ${here} `) : null;
    });
  }

  /** The description of the business as the phone is to see it: without a way round this network. */
  behind(sdp: string): string {
    return eachLine(sdp, (line) => (/^a=(?:candidate:|end-of-candidates)/.test(line) ? null : line));
  }

  lose(loss: Loss): void {
    this.#loss = loss;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const socket of [this.#outer, ...this.#inner.values()]) socket.close();
  }

  #toPhone(packet: Buffer, from: Address): void {
    if (this.#closed || this.#phone === undefined || this.#loses('fromBusiness', packet)) return;
    this.#innerFor(from).send(packet, this.#phone.port, this.#phone.address);
  }

  #innerFor(business: Address): Socket {
    const key = `${business.address}:${business.port}`;
    const known = this.#inner.get(key);
    if (known !== undefined) return known;
    const socket = createSocket('udp4');
    socket.on('message', (packet) => {
      if (this.#closed || this.#loses('toBusiness', packet)) return;
      this.#outer.send(packet, business.port, business.address);
    });
    socket.bind(0, this.#phone?.address);
    this.#inner.set(key, socket);
    return socket;
  }

  /** Evenly, so that a test measures what it asked for. */
  #loses(way: keyof Loss, packet: Buffer): boolean {
    const [kind = 0] = packet;
    if (kind < 128 || kind > 191) return false;
    this.#owed[way] += this.#loss[way];
    if (this.#owed[way] < 1) return false;
    this.#owed[way] -= 1;
    return true;
  }
}

function firstAddress(sdp: string): Address | undefined {
  const found = /^a=candidate:\S+ 1 udp \d+ (\d+\.\d+\.\d+\.\d+) (\d+) typ host/im.exec(sdp);
  return found === null ? undefined : { address: found[1] ?? '', port: Number(found[2]) };
}

function eachLine(sdp: string, change: (line: string) => string | null): string {
  return sdp
    .split('\r\n')
    .map(change)
    .filter((line) => line !== null)
    .join('\r\n');
}
