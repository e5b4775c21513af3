import { type AgentOptions, type ClientRequestArgs, Agent as PlainAgent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls';
import type { RelayWay } from '../../../src/contract/window/network.ts';
import { type ProxyWay, proxyName } from '../../../src/domain/network/proxy.ts';
import type { ProxyCredentials } from './proxy-sign-ins.ts';
import { openWay, ProxyRefusal, type Target } from './tunnel.ts';

export type AgentPorts = {
  /** In which order the network wants this address to be tried; asked for each connection, for networks change. */
  waysTo(address: string): Promise<ProxyWay[]>;
  credentialsFor(proxy: string): ProxyCredentials | null;
  /** What a connection that stands goes through. */
  onOpen(address: string, way: RelayWay): void;
};

type Done = (error: Error | null, socket: Duplex) => void;
type Opened = { socket: Socket; way: ProxyWay };

/** Node's agents for connections that go where this computer's proxy settings send them. */
export function createProxiedAgents(ports: AgentPorts): { plain: PlainAgent; secure: SecureAgent } {
  const options: AgentOptions = { keepAlive: false };
  return { plain: new ProxiedPlainAgent(options, ports), secure: new ProxiedSecureAgent(options, ports) };
}

class ProxiedPlainAgent extends PlainAgent {
  readonly #ports: AgentPorts;

  constructor(options: AgentOptions, ports: AgentPorts) {
    super(options);
    this.#ports = ports;
  }

  override createConnection(options: ClientRequestArgs, done?: Done): undefined {
    const { address, target } = whereTo('http:', options);
    openAny(this.#ports, address, target).then(
      ({ socket, way }) => {
        this.#ports.onOpen(address, described(way, null));
        done?.(null, socket);
      },
      (error) => fail(done, error),
    );
  }
}

class ProxiedSecureAgent extends SecureAgent {
  readonly #ports: AgentPorts;

  constructor(options: AgentOptions, ports: AgentPorts) {
    super(options);
    this.#ports = ports;
  }

  override createConnection(options: ClientRequestArgs & ConnectionOptions, done?: Done): undefined {
    const { address, target } = whereTo('https:', options);
    openAny(this.#ports, address, target).then(
      ({ socket, way }) => {
        const secured = connectTls({ ...options, socket, ALPNProtocols: ['http/1.1'] });
        secured.once('secureConnect', () => this.#ports.onOpen(address, described(way, issuerOf(secured))));
        done?.(null, secured);
      },
      (error) => fail(done, error),
    );
  }
}

/** The first way that stands. A proxy that says no ends it: what it refuses must not go around it. */
async function openAny(ports: AgentPorts, address: string, target: Target): Promise<Opened> {
  let last: unknown = new Error('no PROXY of this network can be used');
  for (const way of await ports.waysTo(address)) {
    const proxy = proxyName(way);
    try {
      return { socket: await openWay(way, target, proxy === null ? null : ports.credentialsFor(proxy)), way };
    } catch (error) {
      last = error;
      if (error instanceof ProxyRefusal) break;
    }
  }
  throw last;
}

function whereTo(protocol: 'http:' | 'https:', { host, port }: ClientRequestArgs): { address: string; target: Target } {
  const target = { host: host ?? 'localhost', port: Number(port ?? (protocol === 'https:' ? 443 : 80)) };
  const name = target.host.includes(':') ? `[${target.host}]` : target.host;
  return { address: new URL(`${protocol}//${name}:${target.port}`).origin, target };
}

function described(way: ProxyWay, issuer: string | null): RelayWay {
  return { by: way.kind === 'direct' ? 'direct' : 'proxy', proxy: proxyName(way), issuer };
}

/** Who signed the certificate: the company's inspector, where there is one. */
function issuerOf(socket: TLSSocket): string | null {
  const { issuer } = socket.getPeerCertificate();
  const name = issuer?.O ?? issuer?.CN;
  return [name].flat()[0] ?? null;
}

function fail(done: Done | undefined, error: unknown): void {
  // Node's types want a socket beside an error; nobody looks at it.
  if (done !== undefined) Reflect.apply(done, undefined, [error instanceof Error ? error : new Error(String(error))]);
}
