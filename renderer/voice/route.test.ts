import { expect, test } from 'vitest';
import { routeOf } from './route.ts';

const transport = { id: 'T', type: 'transport', selectedCandidatePairId: 'P' };
const pair = { id: 'P', type: 'candidate-pair', nominated: true, localCandidateId: 'L' };
const local = (facts: Record<string, unknown>) => ({ id: 'L', type: 'local-candidate', protocol: 'udp', ...facts });

test.each([
  [{ candidateType: 'host' }, { kind: 'direct', protocol: 'udp' }],
  [{ candidateType: 'prflx' }, { kind: 'direct', protocol: 'udp' }],
  [
    { candidateType: 'relay', relayProtocol: 'tls' },
    { kind: 'relayed', protocol: 'tls' },
  ],
  [
    { candidateType: 'relay', relayProtocol: 'udp' },
    { kind: 'relayed', protocol: 'udp' },
  ],
])('%j', (facts, route) => {
  expect(routeOf([local(facts), pair, transport])).toEqual(route);
  expect(routeOf([local(facts), pair])).toEqual(route);
});

test('before there is a way nothing is said', () => expect(routeOf([{ id: 'T', type: 'transport' }])).toBeNull());
