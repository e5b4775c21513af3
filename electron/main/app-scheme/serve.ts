import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Protocol } from 'electron';
import type { Log } from '../../../src/desk/ports.ts';
import { appScheme } from './address.ts';
import { contentSecurityPolicy } from './content-security.ts';
import { resolveAddress } from './resolve.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wasm': 'application/wasm',
};

/** To be called before the app is ready: a scheme's privileges are settled by then. */
export function registerAppScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built pages, each with its content security policy. */
export function serveAppScheme(protocol: Protocol, root: string, log: Log): void {
  protocol.handle(appScheme, (request) => answer(request, root, log));
}

/** Exported for its tests. */
export async function answer(request: Pick<Request, 'method' | 'url'>, root: string, log: Log): Promise<Response> {
  if (request.method !== 'GET') return new Response(null, { status: 405 });
  const resolved = resolveAddress(request.url, root);
  if (resolved.status === 'refused') {
    log.warn('app address refused', { reason: resolved.reason });
    return new Response(null, { status: 404 });
  }
  // Chromium asks for it by itself; our windows have their icon from main.
  if (resolved.page === 'favicon.ico') return new Response(null, { status: 204 });
  const body = await readFile(resolved.path).catch(() => null);
  if (body === null) {
    log.warn('app file missing', { page: resolved.page });
    return new Response(null, { status: 404 });
  }
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': types[extname(resolved.path)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy(resolved.page),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    },
  });
}
