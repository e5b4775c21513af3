import { EventEmitter } from 'node:events';
import { type ClientRequest as Asked, type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { type Duplex, PassThrough } from 'node:stream';
import { faithful } from '../faithful.ts';
import { refuseUnknown } from '../strict.ts';
import { proxySettings } from './proxy-settings.ts';

type Options = Electron.ClientRequestConstructorOptions;

const chromiumNames: Readonly<Record<string, string>> = {
  ENOTFOUND: 'net::ERR_NAME_NOT_RESOLVED',
  ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED',
  CERT_NOT_YET_VALID: 'net::ERR_CERT_DATE_INVALID',
  CERT_HAS_EXPIRED: 'net::ERR_CERT_DATE_INVALID',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'net::ERR_CERT_AUTHORITY_INVALID',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'net::ERR_CERT_AUTHORITY_INVALID',
  ERR_TLS_CERT_ALTNAME_INVALID: 'net::ERR_CERT_COMMON_NAME_INVALID',
};

/** What proxies of this session were told and took, as Chromium remembers it: `host:port` → header. */
const remembered = new Map<string, string>();

/** `net.request` through the proxy of the settings, with `login` for one that asks. Redirects are not followed. */
export class ClientRequest
  extends EventEmitter
  implements Pick<Electron.ClientRequest, 'abort' | 'end' | 'setHeader' | 'write'>
{
  readonly #url: URL;
  readonly #method: string;
  readonly #headers: Record<string, string> = {};
  readonly #body: Buffer[] = [];
  #aborted = false;
  #asked: Asked | null = null;

  constructor(options: Options) {
    super();
    this.#url = new URL(options.url ?? '');
    this.#method = options.method ?? 'GET';
  }

  setHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }
  write(part: string | Buffer): void {
    this.#body.push(Buffer.from(part));
  }
  end(): Electron.ClientRequest {
    this.#ask();
    return faithful(this);
  }
  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    this.#asked?.destroy();
    this.emit('abort');
    this.emit('close');
  }

  #ask(): void {
    const proxy = /^PROXY (\S+)$/.exec(proxySettings.resolve(this.#url.href))?.[1] ?? null;
    if (proxy === null) this.#send({ path: `${this.#url.pathname}${this.#url.search}` }, null);
    else if (this.#url.protocol === 'https:') this.#tunnel(proxy);
    else this.#send({ ...hostAndPort(proxy), path: this.#url.href, headers: this.#forProxy(proxy) }, proxy);
  }

  #tunnel(proxy: string): void {
    const path = `${this.#url.hostname}:${this.#url.port || 443}`;
    const ask = requestPlain({ ...hostAndPort(proxy), method: 'CONNECT', path, headers: this.#forProxy(proxy) });
    this.#asked = ask;
    ask.on('connect', (response: IncomingMessage, socket: Duplex) => {
      if (response.statusCode === 200) this.#send({ path: `${this.#url.pathname}${this.#url.search}`, socket }, null);
      else if (response.statusCode === 407) this.#login(proxy, response);
      else this.#fail('net::ERR_TUNNEL_CONNECTION_FAILED');
    });
    ask.on('error', () => this.#fail('net::ERR_PROXY_CONNECTION_FAILED'));
    ask.end();
  }

  #send(
    way: { host?: string; port?: number; path: string; headers?: Record<string, string>; socket?: Duplex },
    proxy: string | null,
  ) {
    if (this.#aborted) return;
    const { socket, headers: forProxy = {}, ...where } = way;
    const headers = { host: this.#url.host, ...this.#headers, ...forProxy };
    const secure = this.#url.protocol === 'https:';
    const target = { host: this.#url.hostname, port: this.#url.port || (secure ? 443 : 80), ...where };
    const options = { ...target, method: this.#method, headers };
    const ask = secure
      ? requestSecure(socket === undefined ? options : ({ ...options, agent: false, socket } as typeof options))
      : requestPlain(options);
    this.#asked = ask;
    ask.on('response', (response) => {
      if (response.statusCode === 407 && proxy !== null) this.#login(proxy, response);
      else this.emit('response', asElectron(response));
    });
    ask.on('error', (error: NodeJS.ErrnoException) => {
      this.#fail(chromiumNames[error.code ?? ''] ?? 'net::ERR_CONNECTION_FAILED');
    });
    ask.end(Buffer.concat(this.#body));
  }

  #login(proxy: string, response: IncomingMessage): void {
    response.resume();
    remembered.delete(proxy);
    const { host, port } = hostAndPort(proxy);
    const info: Electron.AuthInfo = { isProxy: true, scheme: 'basic', host, port, realm: 'proxy' };
    const answer = (name?: string, password = '') => {
      if (this.#aborted) return;
      if (name === undefined) return void this.emit('response', asElectron(response));
      remembered.set(proxy, `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`);
      this.#ask();
    };
    if (!this.emit('login', info, answer)) answer();
  }

  #forProxy(proxy: string): Record<string, string> {
    const header = remembered.get(proxy);
    return header === undefined ? {} : { 'proxy-authorization': header };
  }

  #fail(message: string): void {
    if (this.#aborted) return;
    this.emit('error', new Error(message));
    this.emit('close');
  }
}
refuseUnknown(ClientRequest, 'ClientRequest');

function hostAndPort(proxy: string): { host: string; port: number } {
  const { hostname, port } = new URL(`http://${proxy}`);
  return { host: hostname, port: Number(port || 80) };
}

function asElectron(response: IncomingMessage) {
  const { statusCode = 0, statusMessage = '', headers } = response;
  return Object.assign(response.pipe(new PassThrough()), { statusCode, statusMessage, headers });
}
