import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterPassage, inOrder, type Passage, type PassageFact, untried } from './transport.ts';

const after = (...facts: PassageFact[]): Passage => facts.reduce(afterPassage, untried);
const cutOff: PassageFact = { kind: 'lost', transport: 'websocket', afterMs: 4_000 };

test('the WebSocket is tried first, and polling behind it', () => {
  expect(inOrder(untried)).toEqual(['websocket', 'polling']);
});

test('a proxy that swallows the WebSocket is met with polling', () => {
  expect(inOrder(after({ kind: 'timedOut', transport: 'websocket' }))).toEqual(['polling']);
});

test('a relay that is away is not blamed on the network', () => {
  const swallowed: PassageFact = { kind: 'timedOut', transport: 'websocket' };
  expect(after(swallowed, { kind: 'refused', transport: 'polling' }).beginWith).toBe('websocket');
  expect(after(swallowed, { kind: 'timedOut', transport: 'polling' }).beginWith).toBe('websocket');
});

test('a proxy that cuts WebSockets off soon is met with polling at the third time', () => {
  expect(after(cutOff, cutOff).beginWith).toBe('websocket');
  expect(after(cutOff, cutOff, cutOff).beginWith).toBe('polling');
  const lasted: PassageFact = { kind: 'lost', transport: 'websocket', afterMs: 3_600_000 };
  expect(after(cutOff, cutOff, lasted, cutOff).beginWith).toBe('websocket');
});

const aTransport = fc.constantFrom('websocket' as const, 'polling' as const);
const aFact: fc.Arbitrary<PassageFact> = fc.oneof(
  fc.record({ kind: fc.constantFrom('timedOut' as const, 'refused' as const), transport: aTransport }),
  fc.record({ kind: fc.constant('lost' as const), transport: aTransport, afterMs: fc.nat(100_000) }),
  fc.constant<PassageFact>({ kind: 'passes' }),
);

test('law: whatever happened, there is a way to try, and a WebSocket that passes is taken', () => {
  fc.assert(
    fc.property(fc.array(aFact), (facts) => {
      expect(inOrder(after(...facts)).length).toBeGreaterThan(0);
      expect(after(...facts, { kind: 'passes' })).toEqual(untried);
    }),
  );
});

test('law: two failures in a row never leave it with polling, whatever came before', () => {
  fc.assert(
    fc.property(fc.array(aFact), (facts) => {
      const stuck = after(...facts, { kind: 'timedOut', transport: 'polling' });
      expect(stuck.beginWith).toBe('websocket');
    }),
  );
});
