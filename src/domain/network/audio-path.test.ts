import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AudioPath, type Gathered, judgeAudioPath } from './audio-path.ts';

const stun = 'stun:stun.nusa.example:3478';
const turns = 'turns:turn.nusa.example:443?transport=tcp';
const host = { type: 'host', relayProtocol: null };
const reflexive = { type: 'srflx', relayProtocol: null };
const relayed = (relayProtocol: 'udp' | 'tcp' | 'tls') => ({ type: 'relay', relayProtocol });

test.each<[string, string[], boolean, Gathered, AudioPath]>([
  ['nothing is set', [], false, { candidates: [host], failed: [], complete: true }, { verdict: 'unknown' }],
  [
    'packets come back',
    [stun],
    false,
    { candidates: [host, reflexive], failed: [], complete: true },
    { verdict: 'direct' },
  ],
  [
    'a public address of its own',
    [stun],
    false,
    { candidates: [host], failed: [], complete: true },
    { verdict: 'direct' },
  ],
  ['nothing comes back', [stun], false, { candidates: [host], failed: [stun], complete: true }, { verdict: 'blocked' }],
  [
    'only the TURN server by TLS',
    [stun, turns],
    false,
    { candidates: [host, relayed('tls')], failed: [stun], complete: true },
    { verdict: 'relayed', protocol: 'tls' },
  ],
  [
    'the direct way is there but not wanted',
    [stun, turns],
    true,
    { candidates: [host, reflexive, relayed('tcp'), relayed('udp')], failed: [], complete: true },
    { verdict: 'relayed', protocol: 'udp' },
  ],
  [
    'nothing has come back yet',
    [stun],
    false,
    { candidates: [host], failed: [], complete: false },
    { verdict: 'blocked' },
  ],
  [
    'a relay is wanted and away',
    [turns],
    true,
    { candidates: [], failed: [turns], complete: true },
    { verdict: 'blocked' },
  ],
])('%s', (_story, urls, relayOnly, gathered, path) =>
  expect(judgeAudioPath({ urls, relayOnly }, gathered)).toEqual(path),
);

test('law: who wants to be relayed is never told that the direct way is taken', () => {
  const candidates = fc.array(fc.constantFrom(host, reflexive, relayed('tls'), relayed('udp')));
  const failed = fc.subarray([stun, turns]);
  fc.assert(
    fc.property(fc.subarray([stun, turns]), candidates, failed, (urls, found, gone) => {
      const path = judgeAudioPath({ urls, relayOnly: true }, { candidates: found, failed: gone, complete: true });
      expect(path.verdict).not.toBe('direct');
    }),
  );
});
