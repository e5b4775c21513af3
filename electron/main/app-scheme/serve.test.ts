import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listeningLog } from '../testing/samples.ts';
import { answer } from './serve.ts';

const root = mkdtempSync(join(tmpdir(), 'ringdesk-pages-'));
for (const page of ['softphone.html', 'voice.html', 'app.js']) writeFileSync(join(root, page), `this is ${page}`);

const get = (path: string, method = 'GET') => answer({ method, url: `app://ringdesk/${path}` }, root, listeningLog());

function rules(response: Response): Map<string, string> {
  const policy = response.headers.get('content-security-policy') ?? '';
  return new Map(
    policy.split('; ').map((rule) => [rule.slice(0, rule.indexOf(' ')), rule.slice(rule.indexOf(' ') + 1)]),
  );
}

test('a page comes with its type and a policy that allows nothing by default', async () => {
  const response = await get('softphone.html');
  expect(await response.text()).toBe('this is softphone.html');
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(rules(response).get('default-src')).toBe("'none'");
  expect(rules(response).get('connect-src')).toBe("'none'");
});

test('no page may run what is written into it', async () => {
  for (const page of ['softphone.html', 'voice.html']) {
    const policy = (await get(page)).headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  }
});

test('only the voice page plays sound', async () => {
  expect(rules(await get('voice.html')).get('media-src')).toContain("'self'");
  expect(rules(await get('softphone.html')).has('media-src')).toBe(false);
});

test('a script is a script', async () => {
  expect((await get('app.js')).headers.get('content-type')).toContain('text/javascript');
});

test('what is not there is not found, and nothing is written', async () => {
  expect((await get('missing.html')).status).toBe(404);
  expect((await get('..%2f..%2fetc%2fpasswd')).status).toBe(404);
  expect((await get('softphone.html', 'POST')).status).toBe(405);
});
