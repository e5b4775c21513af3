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

it('tells an end once, whatever was learned after it', () => {
  const calls = [1, 2].map(
    (n) => ({ key: `call ${n}`, at: week + n, kind: 'calledCustomer', answered: false }) as const,
  );
  const kinds = story(week + 9, yes, ...calls, found('none', week + 3, { kind: 'none' })).map(({ kind }) => kind);
  expect(kinds).toEqual(['replied', 'expired']);
});
