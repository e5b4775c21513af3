import { expect, it } from 'vitest';
import { cardChange } from './card-change.ts';

const sari = { id: 'sari', name: 'Sari' };
const rafi = { id: 'rafi', name: 'Rafi' };
const seen = { givenName: 'Bu Dewi', notes: 'Likes mornings.', tags: ['vip'], assignedTo: sari };
const untouched = { name: 'Bu Dewi', notes: 'Likes mornings.', tags: ['vip'], assigned: 'sari' };
const byColleague = { givenName: 'Dewi A.', notes: 'Likes evenings.', tags: ['vip', 'late'], assignedTo: rafi };

it('says only what was changed here', () => {
  expect(cardChange(seen, seen, untouched)).toEqual({ tags: { add: [], remove: [] } });
  expect(cardChange(seen, seen, { ...untouched, assigned: null, tags: ['Late'] })).toEqual({
    assignedTo: { was: 'sari', is: null },
    tags: { add: ['Late'], remove: ['vip'] },
  });
});

it('leaves what a colleague changed meanwhile, also when it is tried again', () => {
  expect(cardChange(seen, byColleague, untouched)).toEqual({ tags: { add: [], remove: [] } });
  expect(cardChange(seen, byColleague, { ...untouched, notes: 'Likes noon.' })).toEqual({
    notes: { was: 'Likes evenings.', is: 'Likes noon.' },
    tags: { add: [], remove: [] },
  });
});

it('knows a tag in whatever letters', () => {
  expect(cardChange(seen, seen, { ...untouched, tags: ['VIP'] }).tags).toEqual({ add: [], remove: [] });
});
