import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export type BuiltPage = { url: string; close(): Promise<void> };

/** Serves one page of the renderer, such as `voice.html`: of the build that this run made, or else as its source is now. */
export async function servePage(page: string): Promise<BuiltPage> {
  const read = process.env.RINGDESK_TEST_BUILT === '1' ? readBuilt : await build(page);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname;
    const file = read(path);
    response.statusCode = file === null ? 404 : 200;
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

type Content = string | Uint8Array | null;

function readBuilt(path: string): Content {
  try {
    return readFileSync(join(root, 'dist/renderer', path));
  } catch {
    return null;
  }
}

/** Into memory: neither stale nor loaded module by module. */
async function build(page: string): Promise<(path: string) => Content> {
  const { build: bundle } = await import('vite');
  const built = await bundle({
    configFile: join(root, 'vite.config.ts'),
    publicDir: false,
    logLevel: 'error',
    build: { write: false, minify: false, rolldownOptions: { input: join(root, 'renderer', page) } },
  });
  const files = new Map<string, string | Uint8Array>();
  for (const part of Array.isArray(built) ? built : [built]) {
    if (!('output' in part)) continue;
    for (const file of part.output) files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source);
  }
  return (path) => files.get(path) ?? null;
}
