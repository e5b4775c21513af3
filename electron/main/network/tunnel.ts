import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { connect as connectTcp, type Socket } from 'node:net';
import type { ProxyWay } from '../../../src/domain/network/proxy.ts';
import type { ProxyCredentials } from './proxy-sign-ins.ts';

/** How long a way may take to stand before the next one is tried, ms. */
const patience = 4_000;

/** Somebody is there and says no: another way is no answer to that. */
export class ProxyRefusal extends Error {
  readonly code: string;

  constructor(status: number) {
    super(`the proxy answered ${status}`);
    this.code = status === 407 ? 'PROXY_SIGN_IN' : 'PROXY_REFUSED';
  }
}

export type Target = { host: string; port: number };

/** A TCP connection to the target, through a proxy by CONNECT (RFC 9110 §9.3.6). Rejects with {@link ProxyRefusal} or what the network says. */
export function openWay(way: ProxyWay, target: Target, credentials: ProxyCredentials | null): Promise<Socket> {
  if (way.kind === 'direct') return openDirectly(target);
  if (way.kind === 'socks') return Promise.reject(new Error('SOCKS is left to Chromium'));
  const address = `${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`;
  const headers: Record<string, string> = { host: address };
  if (credentials !== null) headers['proxy-authorization'] = basic(credentials);
  const ask = (way.kind === 'https' ? secureRequest : plainRequest)({
    host: way.host,
    port: way.port,
    method: 'CONNECT',
    path: address,
    headers,
    agent: false,
    timeout: patience,
  });
  return new Promise((resolve, reject) => {
    ask.on('connect', ({ statusCode = 0 }, socket: Socket) => {
      socket.setTimeout(0);
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(new ProxyRefusal(statusCode));
    });
    // A proxy that does not know CONNECT answers as to any request.
    ask.on('response', ({ statusCode = 0 }) => {
      ask.destroy();
      reject(new ProxyRefusal(statusCode));
    });
    ask.on('timeout', () => ask.destroy(new Error('the proxy does not answer')));
    ask.on('error', reject);
    ask.end();
  });
}

function openDirectly({ host, port }: Target): Promise<Socket> {
  const socket = connectTcp({ host, port, noDelay: true });
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => socket.destroy(new Error('the server does not answer')), patience);
    socket.once('connect', () => {
      clearTimeout(late);
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', (error) => {
      clearTimeout(late);
      reject(error);
    });
  });
}

/** RFC 7617, with UTF-8 for names beyond ASCII. */
function basic({ name, password }: ProxyCredentials): string {
  return `Basic ${Buffer.from(`${name}:${password}`, 'utf8').toString('base64')}`;
}
