/** One way to a server, as a proxy script or the system's settings name it. `host` has no brackets, `port` is never 0. */
export type ProxyWay = { kind: 'direct' } | { kind: 'http' | 'https' | 'socks'; host: string; port: number };

const kinds = new Map<string, { kind: 'http' | 'https' | 'socks'; port: number }>([
  ['PROXY', { kind: 'http', port: 80 }],
  ['HTTP', { kind: 'http', port: 80 }],
  ['HTTPS', { kind: 'https', port: 443 }],
  ['SOCKS', { kind: 'socks', port: 1080 }],
  ['SOCKS4', { kind: 'socks', port: 1080 }],
  ['SOCKS5', { kind: 'socks', port: 1080 }],
]);

/**
 * Reads what `FindProxyForURL` or Electron's `session.resolveProxy` answers: ways in the order in which they are to be tried, with
 * semicolons between (https://developer.mozilla.org/docs/Web/HTTP/Proxy_servers_and_tunneling/Proxy_Auto-Configuration_PAC_file).
 * An empty answer is the direct way; a way that is not understood is left out, so that it is never gone around.
 */
export function readProxyWays(answer: string): ProxyWay[] {
  const named = answer.split(';').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  return named.length === 0 ? [{ kind: 'direct' }] : named.flatMap(readWay);
}

function readWay(text: string): ProxyWay[] {
  const [name = '', address = '', ...rest] = text.split(/\s+/);
  if (name.toUpperCase() === 'DIRECT') return address === '' ? [{ kind: 'direct' }] : [];
  const known = kinds.get(name.toUpperCase());
  const read = /^(?:\[([0-9a-f:.]+)\]|([^\s:[\]@/]+))(?::(\d{1,5}))?$/i.exec(address);
  if (known === undefined || read === null || rest.length > 0) return [];
  const port = read[3] === undefined ? known.port : Number(read[3]);
  const host = read[1] ?? read[2];
  return host === undefined || port < 1 || port > 65_535 ? [] : [{ kind: known.kind, host, port }];
}

/** `proxy.nusa.example:8080`, for a person and as the name of what a password belongs to; null for the direct way. */
export function proxyName(way: ProxyWay): string | null {
  if (way.kind === 'direct') return null;
  return `${way.host.includes(':') ? `[${way.host}]` : way.host}:${way.port}`;
}
