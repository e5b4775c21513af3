import { once } from 'node:events';
import { createServer } from 'node:http';
import { extname, resolve } from 'node:path';
import { build } from 'vite';

const renderer = resolve(import.meta.dirname, '../../renderer');
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export type BuiltPage = { url: string; close(): Promise<void> };

/**
 * Builds one page of the renderer as it is now, and serves it from memory: neither stale nor loaded module by module.
 *
 * @param page its file, such as `voice.html`
 */
export async function buildPage(page: string): Promise<BuiltPage> {
  const built = await build({
    configFile: resolve(renderer, '../vite.config.ts'),
    publicDir: false,
    logLevel: 'error',
    build: { write: false, minify: false, rolldownOptions: { input: resolve(renderer, page) } },
  });
  const files = new Map<string, string | Uint8Array>();
  for (const bundle of Array.isArray(built) ? built : [built]) {
    if (!('output' in bundle)) continue;
    for (const part of bundle.output) files.set(`/${part.fileName}`, part.type === 'chunk' ? part.code : part.source);
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname;
    const file = files.get(path);
    response.statusCode = file === undefined ? 404 : 200;
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
    response.end(file);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/${page}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
