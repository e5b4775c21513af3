import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ProxyWay, proxyName, readProxyWays } from './proxy.ts';

test.each<[string, ProxyWay[]]>([
  ['DIRECT', [{ kind: 'direct' }]],
  ['', [{ kind: 'direct' }]],
  [' direct ; ', [{ kind: 'direct' }]],
  ['PROXY proxy.nusa.example:8080', [{ kind: 'http', host: 'proxy.nusa.example', port: 8080 }]],
  ['PROXY proxy.nusa.example', [{ kind: 'http', host: 'proxy.nusa.example', port: 80 }]],
  [
    'PROXY 10.0.0.1:3128;HTTPS secure.example:443; SOCKS5 [2001:db8::1]:1080 ;DIRECT',
    [
      { kind: 'http', host: '10.0.0.1', port: 3128 },
      { kind: 'https', host: 'secure.example', port: 443 },
      { kind: 'socks', host: '2001:db8::1', port: 1080 },
      { kind: 'direct' },
    ],
  ],
])('%j is read', (answer, ways) => expect(readProxyWays(answer)).toEqual(ways));

test.each([
  'QUIC q.example:443',
  'PROXY',
  'PROXY a b',
  'PROXY user:word@a:80',
  'PROXY a:0',
  'PROXY a:70000',
  'nonsense',
])('%j is not taken for a direct way', (answer) => expect(readProxyWays(answer)).toEqual([]));

const aPort = fc.integer({ min: 1, max: 65_535 });
const aHost = fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6());
const aWay: fc.Arbitrary<ProxyWay> = fc.oneof(
  fc.constant<ProxyWay>({ kind: 'direct' }),
  fc.record({ kind: fc.constantFrom('http' as const, 'https' as const, 'socks' as const), host: aHost, port: aPort }),
);
const words = { http: 'PROXY', https: 'HTTPS', socks: 'SOCKS5', direct: 'DIRECT' } as const;
const written = (way: ProxyWay) => [words[way.kind], proxyName(way) ?? ''].join(' ').trim();

test('law: what is written is read, in its order, however it is spaced', () => {
  fc.assert(
    fc.property(fc.array(aWay, { minLength: 1 }), fc.constantFrom(';', '; ', ' ;  '), (ways, between) => {
      expect(readProxyWays(ways.map(written).join(between))).toEqual(ways);
    }),
  );
});

test('law: any text is read without a complaint, and names whole ways only', () => {
  fc.assert(
    fc.property(fc.string(), (answer) => {
      for (const way of readProxyWays(answer)) if (way.kind !== 'direct') expect(way.port).toBeGreaterThan(0);
    }),
  );
});
