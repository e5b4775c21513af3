import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeTurn } from '../prepare/turn.mjs';
import { claimFolder } from './only-one.ts';
import { Part } from './part.ts';
import { freePort } from './ports.ts';
import { whyNoScreen } from './screen.ts';

const fresh = () => mkdtempSync(join(tmpdir(), 'ringdesk-start-'));

function part(code: string): { part: Part; log: string } {
  const folder = fresh();
  const script = join(folder, 'part.mjs');
  const log = join(folder, 'part.log');
  writeFileSync(script, code);
  return { part: new Part({ name: 'The part', script, env: process.env, log }), log };
}

test('a port that is taken is replaced by a free one', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  expect(await freePort(address.port)).not.toBe(address.port);
  server.close();
  await once(server, 'close');
  expect(await freePort(address.port)).toBe(address.port);
});

test('a folder belongs to one at a time', () => {
  const folder = fresh();
  const giveUp = claimFolder(folder);
  expect(giveUp).not.toBeNull();
  expect(claimFolder(folder)).toBeNull();
  giveUp?.();
  expect(claimFolder(folder)).not.toBeNull();
});

test('a turn of a process that died is taken over', () => {
  const file = join(fresh(), 'turn');
  writeFileSync(file, '999999999');
  const giveUp = takeTurn(file, () => undefined);
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
  giveUp();
});

test('a part that ends says so in a sentence, with its own last words', async () => {
  const { part: failing, log } = part("console.error('RINGDESK_PORT is missing.'); process.exit(3);");
  await expect(failing.untilItEnds()).rejects.toThrow(
    'The part ended with code 3: RINGDESK_PORT is missing. Its log is',
  );
  expect(readFileSync(log, 'utf8')).toBe('RINGDESK_PORT is missing.\n');
});

test('a part that is let go is asked to stop, and may leave in order', async () => {
  const { part: orderly, log } = part(`
    import { createServer } from 'node:http';
    process.once('SIGTERM', () => { console.log('in order'); process.exit(0); });
    const server = createServer((_request, response) => response.end());
    server.listen(${await freePort(0)}, '127.0.0.1', () => console.log('up'));
  `);
  await expect.poll(() => readFileSync(log, 'utf8'), { timeout: 15_000 }).toBe('up\n');
  await orderly.stop();
  expect(readFileSync(log, 'utf8')).toBe('up\nin order\n');
});

test('only a Linux without a display has no screen', () => {
  expect(whyNoScreen('linux', {})).toContain('no display');
  expect(whyNoScreen('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBeNull();
  expect(whyNoScreen('darwin', {})).toBeNull();
});
