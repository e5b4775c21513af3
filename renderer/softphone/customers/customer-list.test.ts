import { expect, test } from 'vitest';
import type { CustomersPage, ListedCustomer } from '../../../src/contract/api/customers.ts';
import { createCustomerList } from './customer-list.ts';

const listed = (id: string, seenAt: number, name = id): ListedCustomer => ({
  customer: { id, name, username: null, phone: null, country: null },
  seenAt,
  tags: [],
  unread: 0,
});
const everybody = Array.from({ length: 250 }, (_, index) => listed(`US.${index}`, 10_000 - index));

/** As the relay gives them out. */
const relay =
  (all: readonly ListedCustomer[]) =>
  async ({ before, limit = 50 }: { before?: number; limit?: number }) => {
    const older = all.filter(({ seenAt }) => before === undefined || seenAt < before);
    return { customers: older.slice(0, limit), more: older.length > limit, tags: [] };
  };
const idsOf = (list: ReturnType<typeof createCustomerList>) =>
  list.store.getState().customers.map(({ customer }) => customer.id);

test('further pages follow without a gap or a repeat', async () => {
  const list = createCustomerList(relay(everybody));
  await list.refresh();
  await list.loadMore();
  await list.loadMore();
  await list.loadMore();
  expect(idsOf(list)).toEqual(everybody.map(({ customer }) => customer.id));
  expect(list.store.getState().more).toBe(false);
});

test('who is seen again moves to the top, and what was fetched stays', async () => {
  const all = [...everybody];
  const list = createCustomerList((query) => relay(all)(query));
  await list.refresh();
  await list.loadMore();
  all.splice(150, 1);
  all.unshift(listed('US.150', 20_000, 'Dewi'));
  await list.refresh();
  expect(list.store.getState().customers[0]).toMatchObject({ customer: { name: 'Dewi' } });
  expect(new Set(idsOf(list)).size).toBe(200);
  expect(list.store.getState().more).toBe(true);
});

test('the answer to an older search never shows, and a failure keeps what is there', async () => {
  const answers: { give: (page: CustomersPage) => void; fail: (error: Error) => void }[] = [];
  const list = createCustomerList(() => new Promise((give, fail) => answers.push({ give, fail })));
  const first = list.search('de');
  const second = list.search('dewi');
  answers[1]?.give({ customers: [listed('US.1', 1)], more: false, tags: [] });
  answers[0]?.give({ customers: [], more: true, tags: [] });
  await Promise.all([first, second]);
  expect(list.store.getState()).toMatchObject({ status: 'ready', more: false, search: 'dewi' });
  const third = list.refresh();
  answers[2]?.fail(new Error('The relay is away.'));
  await third;
  expect(list.store.getState().status).toBe('failed');
  expect(idsOf(list)).toEqual(['US.1']);
});

test('who turned out to be another is gone, also from the further pages that are kept', async () => {
  const all = [...everybody];
  const list = createCustomerList((query) => relay(all)(query));
  await list.refresh();
  await list.loadMore();
  all.splice(3, 1);
  await list.refresh();
  expect(idsOf(list)).not.toContain('US.3');
  expect(idsOf(list)).toContain('US.150');
});
