import tls from 'node:tls';
import type { Session } from 'electron';
import type { RelayWay } from '../../../src/contract/window/network.ts';
import type { Log, NetworkPort } from '../../../src/desk/ports.ts';
import { proxyName, readProxyWays } from '../../../src/domain/network/proxy.ts';
import { trustTheSystem } from './certificates.ts';
import { type ChromiumNet, createChromiumFetch } from './chromium-fetch.ts';
import { createProxiedAgents } from './proxied-agents.ts';
import type { ProxySignIns } from './proxy-sign-ins.ts';
import { createTransports } from './transports.ts';

export type NetworkDeps = {
  session: Pick<Session, 'resolveProxy'>;
  net: ChromiumNet;
  signIns: ProxySignIns;
  log: Log;
  tls?: Parameters<typeof trustTheSystem>[0];
};

/**
 * The network of this computer as its owner set it up. Requests and polling are Chromium's, which knows every kind of proxy and the
 * system's certificates. The WebSocket is Node's: the same proxies in the same order, as far as they speak CONNECT with no password or
 * a plain one, and the same certificates. What it cannot pass, polling does.
 */
export function createNetwork({ session, net, signIns, log, tls: certificates = tls }: NetworkDeps): NetworkPort {
  const opened = new Map<string, RelayWay>();
  let trusted = false;

  async function waysTo(address: string) {
    await signIns.ready;
    // Reading the certificates takes a moment, which the first window should not wait for.
    if (!trusted) trustTheSystem(certificates, log);
    trusted = true;
    return readProxyWays(await session.resolveProxy(address));
  }

  const fetch = createChromiumFetch(net, signIns);
  const agents = createProxiedAgents({
    waysTo,
    credentialsFor: (proxy) => signIns.for(proxy),
    onOpen: (address, way) => opened.set(address, way),
  });
  return {
    fetch,
    transports: createTransports({ agents, fetch }),
    async wayTo(address) {
      const { origin } = new URL(address);
      const known = opened.get(origin);
      if (known !== undefined) return known;
      const [first] = readProxyWays(await session.resolveProxy(origin));
      const proxy = first === undefined ? null : proxyName(first);
      return { by: proxy === null ? 'direct' : 'proxy', proxy, issuer: null };
    },
    onProxyAsks: (listener) => signIns.onAsks(listener),
  };
}
