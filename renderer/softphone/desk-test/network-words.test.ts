import { expect, test } from 'vitest';
import { audioPathResult, relayWords } from './network-words.ts';

test.each([
  [
    { roundTripMs: 24, transport: 'websocket', way: { by: 'direct', proxy: null, issuer: 'Let’s Encrypt' } },
    '24 ms, fast connection (WebSocket), no proxy, certificate by Let’s Encrypt',
  ],
  [
    { roundTripMs: 80, transport: 'polling', way: { by: 'proxy', proxy: 'proxy.example:8080', issuer: null } },
    '80 ms, slow connection (long polling), through the proxy proxy.example:8080',
  ],
  [
    { roundTripMs: 3, transport: 'websocket', way: { by: 'browser', proxy: null, issuer: null } },
    '3 ms, fast connection (WebSocket)',
  ],
] as const)('%j', (measure, words) => expect(relayWords(measure)).toBe(words));

test('where no server can be asked, the last call is the proof', () => {
  expect(audioPathResult({ verdict: 'unknown' }, null).verdict).toBe('unknown');
  expect(audioPathResult({ verdict: 'unknown' }, { kind: 'direct', protocol: 'udp' })).toEqual({
    verdict: 'works',
    detail: 'the last call went directly, over UDP',
  });
});

test('a network that lets no sound out fails, and one with TURN over TLS works', () => {
  expect(audioPathResult({ verdict: 'blocked' }, null).verdict).toBe('fails');
  expect(audioPathResult({ verdict: 'relayed', protocol: 'tls' }, null)).toEqual({
    verdict: 'works',
    detail: 'through a TURN server, over TLS',
  });
});
