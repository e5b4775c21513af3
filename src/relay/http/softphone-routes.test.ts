import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { softphoneRoutes } from './softphone-routes.ts';

const script = 'console.log("Ringdesk");'.repeat(100);
let folder: string;
let app: FastifyInstance;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'softphone-'));
  app = Fastify();
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, encoding = '') => app.inject({ url, headers: { 'accept-encoding': encoding } });

it('serves what was compressed when it was built, to who takes it', async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Ringdesk</title>');
  writeFileSync(join(folder, 'assets', 'index-1.js'), script);
  writeFileSync(join(folder, 'assets', 'index-1.js.br'), brotliCompressSync(script));
  await softphoneRoutes(app, folder);

  const compressed = await get('/assets/index-1.js', 'gzip, deflate, br');
  expect(compressed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
  expect(compressed.headers['content-type']).toContain('javascript');
  expect(compressed.headers['cache-control']).toContain('immutable');
  expect(brotliDecompressSync(compressed.rawPayload).toString()).toBe(script);
  expect((await get('/assets/index-1.js')).body).toBe(script);

  const page = await get('/', 'br');
  expect(page.body).toContain('Ringdesk');
  expect(page.headers).toMatchObject({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.headers['permissions-policy']).toContain('microphone=(self)');
});

it('says how the softphone is built, where it is not', async () => {
  await softphoneRoutes(app, join(folder, 'nothing'));
  expect((await get('/')).body).toContain('npm run build');
});
