import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { requests } from '../chromium/requests.ts';
import { faithful } from '../faithful.ts';
import { refuseUnknown } from '../strict.ts';
import { ClientRequest } from './client-request.ts';

type Options = RequestInit & { bypassCustomProtocolHandlers?: boolean };

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain',
};

async function readLocal(url: string): Promise<Response> {
  const file = fileURLToPath(url.split(/[?#]/)[0] ?? url);
  const body = await readFile(file).catch(() => {
    throw new Error('net::ERR_FILE_NOT_FOUND');
  });
  const type = types[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } });
}

class Net implements Pick<Electron.Net, 'fetch' | 'isOnline' | 'online' | 'request'> {
  online = true;

  isOnline(): boolean {
    return this.online;
  }
  request(options: Electron.ClientRequestConstructorOptions | string): Electron.ClientRequest {
    return faithful(new ClientRequest(typeof options === 'string' ? { url: options } : options));
  }
  /** Reads `file:` as well, and asks the application's own scheme handlers, as Electron does. */
  async fetch(input: string | Request, init: Options = {}): Promise<Response> {
    const url = typeof input === 'string' ? input : input.url;
    const scheme = url.slice(0, url.indexOf(':'));
    if (scheme === 'file') return readLocal(url);
    const handler = init.bypassCustomProtocolHandlers ? undefined : requests.handlers.get(scheme);
    return handler === undefined ? globalThis.fetch(input, init) : handler(new Request(input, init));
  }
}
refuseUnknown(Net, 'net');

export const net = new Net();
