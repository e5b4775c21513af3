import fc from 'fast-check';
import { expect, it } from 'vitest';
import { callLink } from './link.ts';
import { inviterIn, payloadFrom } from './payload.ts';

const longestPayload = 512;

it('finds in a payload whoever it was made for, and fits into it', () => {
  fc.assert(
    fc.property(fc.uuid(), (agentId) => {
      const payload = payloadFrom(agentId);
      expect(payload.length).toBeLessThanOrEqual(longestPayload);
      expect(inviterIn(payload)).toBe(agentId);
    }),
  );
});

it('finds nobody in what others wrote', () => {
  fc.assert(
    fc.property(fc.string(), (payload) => {
      fc.pre(!payload.startsWith('ringdesk.agent.'));
      expect(inviterIn(payload)).toBe(null);
    }),
  );
  for (const payload of [null, '', 'ringdesk.agent.', 'ringdesk.agent.a b', ' ringdesk.agent.a', 'intent=demo'])
    expect(inviterIn(payload)).toBe(null);
});

it('makes a link that brings the payload back', () => {
  const url = new URL(callLink('+62 813-555', 'sari'));
  expect(url.origin + url.pathname).toBe('https://wa.me/call/62813555');
  expect(inviterIn(url.searchParams.get('biz_payload'))).toBe('sari');
});
