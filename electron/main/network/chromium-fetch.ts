import type { AuthInfo, ClientRequest, ClientRequestConstructorOptions, IncomingMessage } from 'electron';
import type { ProxySignIns } from './proxy-sign-ins.ts';

/** The part of Electron's `net` that is needed. */
export type ChromiumNet = { request: (options: ClientRequestConstructorOptions) => ClientRequest };

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/**
 * `fetch` by Chromium's own network: the system's proxy in all its kinds (a script, Kerberos, NTLM, SOCKS), its certificate store, its
 * client certificates. Electron's `net.fetch` is the same but cannot answer a proxy that asks for a password.
 * Rejects with the `PROXY_SIGN_IN` of such a proxy, with Chromium's `net::ERR_…`, or with the reason of the signal.
 */
export function createChromiumFetch(net: ChromiumNet, signIns: ProxySignIns): Fetch {
  return async (address, init) => {
    await signIns.ready;
    init.signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
      const request = net.request({ url: address, method: init.method ?? 'GET', cache: 'no-store' });
      const give = (why: unknown) => {
        reject(why);
        request.abort();
      };
      new Headers(init.headers).forEach((value, name) => {
        request.setHeader(name, value);
      });
      init.signal?.addEventListener('abort', () => give(init.signal?.reason), { once: true });
      request.on('error', reject);
      answerProxies(request, signIns, give);
      request.on('response', (message) => {
        read(message).then(resolve, reject);
      });
      if (typeof init.body === 'string') request.write(init.body);
      request.end();
    });
  };
}

function answerProxies(request: ClientRequest, signIns: ProxySignIns, give: (why: Error) => void): void {
  const told = new Set<string>();
  request.on('login', ({ isProxy, host, port }: AuthInfo, answer) => {
    const proxy = `${host}:${port}`;
    const known = isProxy && !told.has(proxy) ? signIns.for(proxy) : null;
    if (known !== null) {
      told.add(proxy);
      answer(known.name, known.password);
      return;
    }
    answer();
    if (!isProxy) return;
    signIns.ask(proxy, told.has(proxy));
    give(Object.assign(new Error('a proxy asks for a name and a password'), { code: 'PROXY_SIGN_IN' }));
  });
}

const bodiless = new Set([101, 204, 205, 304]);

function read(message: IncomingMessage): Promise<Response> {
  const { statusCode: status } = message;
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    for (const one of [value].flat()) if (one !== undefined) headers.append(name, one);
  }
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    message.on('data', (part) => parts.push(part));
    message.on('error', () => reject(new Error('the answer broke off')));
    message.on('aborted', () => reject(new Error('the answer broke off')));
    message.on('end', () =>
      resolve(new Response(bodiless.has(status) ? null : Buffer.concat(parts), { status, headers })),
    );
  });
}
