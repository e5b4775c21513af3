import { expect, it } from 'vitest';
import type { PermissionFact } from './fact.ts';
import { productionRules, week } from './rules.ts';
import { permissionStory } from './story.ts';

const yes: PermissionFact = {
  key: 'yes',
  at: 1,
  kind: 'replied',
  answer: { kind: 'temporary', until: week },
  source: 'customer',
  about: 'wamid.a',
};
const found = (key: string, at: number, permission: { kind: 'none' } | { kind: 'permanent' }): PermissionFact => ({
  key,
  at,
  kind: 'looked',
  found: { permission, asks: [], calls: [] },
});
const story = (now: number, ...facts: PermissionFact[]) => permissionStory(facts, now, productionRules);

it('tells an answer once, and when its time was over', () => {
  expect(story(2, yes, yes)).toMatchObject([{ kind: 'replied', source: 'request' }]);
  expect(story(week, yes)).toMatchObject([{ kind: 'replied' }, { kind: 'expired', at: week }]);
});

it('tells what Meta found only where it was news, and an end before what came after it', () => {
  expect(story(9, found('one', 2, { kind: 'none' }))).toEqual([]);
  const later = found('two', week + 5, { kind: 'permanent' });
  expect(story(week + 9, yes, later, { ...later, key: 'three', at: week + 6 })).toMatchObject([
    { kind: 'replied' },
    { kind: 'expired' },
    { kind: 'corrected', permission: { kind: 'permanent' } },
  ]);
  expect(story(9, yes, found('none', 3, { kind: 'none' }))).toMatchObject([
    { kind: 'replied' },
    { kind: 'corrected', permission: { kind: 'revoked', by: 'meta' } },
  ]);
});

it('says whose word it was', () => {
  const automatic: PermissionFact = { ...yes, source: 'automatic', about: 'wacid.x' };
  expect(story(2, automatic)).toMatchObject([{ source: 'callback' }]);
  expect(story(2, { ...automatic, answer: { kind: 'declined' } })).toMatchObject([{ source: 'unanswered' }]);
  expect(story(2, { ...yes, about: null })).toMatchObject([{ source: 'profile' }]);
});

it('tells when WhatsApp asked the customer whether calls may go on, once for each row of unanswered calls', () => {
  const call = (at: number, answered = false): PermissionFact => ({
    key: `call ${at}`,
    at,
    kind: 'calledCustomer',
    answered,
  });
  expect(story(9, yes, call(2))).toMatchObject([{ kind: 'replied' }]);
  expect(story(9, yes, call(2), call(3), call(4))).toMatchObject([{ kind: 'replied' }, { kind: 'nudged', at: 3 }]);
  expect(story(9, yes, call(2), call(3, true), call(4))).toMatchObject([{ kind: 'replied' }]);
});

it('tells when a request ran out, unless somebody answered it or it never arrived', () => {
  const asked: PermissionFact = { key: 'ask', at: 1, kind: 'asked', requestId: 'a', agentId: 'sari', by: 'message' };
  const delivered: PermissionFact = { key: 'delivered', at: 5, kind: 'askDelivered', requestId: 'a' };
  const failed: PermissionFact = { key: 'failed', at: 5, kind: 'askFailed', requestId: 'a', code: '131026' };
  const answer: PermissionFact = { ...yes, at: 6, about: 'a' };
  expect(story(week + 4, asked, delivered)).toEqual([]);
  expect(story(week + 5, asked, delivered)).toEqual([{ key: 'askExpired/a', at: week + 5, kind: 'askExpired' }]);
  expect(story(week + 5, asked, failed)).toEqual([]);
  expect(story(week - 1, asked, delivered, answer)).toMatchObject([{ kind: 'replied' }]);
  expect(story(week + 5, asked, delivered, answer)).toMatchObject([{ kind: 'replied' }, { kind: 'expired' }]);
});

it('tells an end once, whatever was learned after it', () => {
  const calls = [1, 2].map(
    (n) => ({ key: `call ${n}`, at: week + n, kind: 'calledCustomer', answered: false }) as const,
  );
  const kinds = story(week + 9, yes, ...calls, found('none', week + 3, { kind: 'none' })).map(({ kind }) => kind);
  expect(kinds).toEqual(['replied', 'expired']);
});
