import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CustomersPage, ListedCustomer } from '../../../src/contract/api/customers.ts';
import type { Host } from '../../host/host.ts';

/** The customers as far as they were fetched, last seen first. */
export type CustomerListState = {
  status: 'loading' | 'ready' | 'failed';
  customers: readonly ListedCustomer[];
  /** There are more than these. */
  more: boolean;
  search: string;
  /** Only those who have it; null: all. */
  tag: string | null;
  /** Every tag that somebody has. */
  tags: readonly string[];
};

export type CustomerList = {
  store: StoreApi<CustomerListState>;
  /** Starts anew with these words; empty words are all customers. */
  search(words: string): Promise<void>;
  /** Starts anew with those who have a tag; null for all. */
  filter(tag: string | null): Promise<void>;
  /** Fetches those seen last and keeps what is there. */
  refresh(): Promise<void>;
  loadMore(): Promise<void>;
};

const pageSize = 100;

/** Last seen first, each customer once; of two versions of a customer the one from `fresh` stands. */
export function mergeCustomers(fresh: readonly ListedCustomer[], kept: readonly ListedCustomer[]): ListedCustomer[] {
  const known = new Map(kept.map((one) => [one.customer.id, one]));
  for (const one of fresh) known.set(one.customer.id, one);
  return [...known.values()].sort((a, b) => b.seenAt - a.seenAt || a.customer.id.localeCompare(b.customer.id));
}

/** What is kept beside a first page: who would have to stand on it and does not is gone, as one who turned out to be another. */
function behind(
  page: CustomersPage,
  before: number | null,
  kept: readonly ListedCustomer[],
): readonly ListedCustomer[] {
  if (before !== null) return kept;
  const last = page.customers.at(-1);
  return page.more && last !== undefined ? kept.filter(({ seenAt }) => seenAt < last.seenAt) : [];
}

export function createCustomerList(list: Host['customers']['list']): CustomerList {
  const store = createStore<CustomerListState>(() => ({
    status: 'loading',
    customers: [],
    more: false,
    search: '',
    tag: null,
    tags: [],
  }));
  // An answer to an older question than the last must not land in the list of another search.
  let question = 0;

  const fetchPage = async (before: number | null, keep: boolean) => {
    question += 1;
    const asked = question;
    const { search, tag } = store.getState();
    try {
      const page = await list({
        limit: pageSize,
        ...(search === '' ? {} : { search }),
        ...(tag === null ? {} : { tag }),
        ...(before === null ? {} : { before }),
      });
      if (asked !== question) return;
      const state = store.getState();
      const kept = keep ? behind(page, before, state.customers) : [];
      // A refreshed first page says nothing about what lies behind the further pages that are kept.
      const more = before === null && kept.length > page.customers.length ? state.more : page.more;
      store.setState({ status: 'ready', customers: mergeCustomers(page.customers, kept), more, tags: page.tags });
    } catch {
      if (asked === question) store.setState({ status: 'failed' });
    }
  };

  return {
    store,
    search: async (words) => {
      store.setState({ search: words.trim(), status: 'loading' });
      await fetchPage(null, false);
    },
    filter: async (tag) => {
      store.setState({ tag, status: 'loading' });
      await fetchPage(null, false);
    },
    refresh: () => fetchPage(null, true),
    loadMore: async () => {
      const { customers, more, status } = store.getState();
      const last = customers.at(-1);
      if (!more || status === 'loading' || last === undefined) return;
      store.setState({ status: 'loading' });
      await fetchPage(last.seenAt, true);
    },
  };
}
