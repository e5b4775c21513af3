import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallRecord } from '../../../src/contract/desk/socket.ts';
import type { Host } from '../../host/host.ts';

/** A history as far as it was fetched, newest first. */
export type CallListState = {
  status: 'loading' | 'ready' | 'failed';
  calls: readonly CallRecord[];
  /** There are older calls than these. */
  more: boolean;
  search: string;
};

export type CallList = {
  store: StoreApi<CallListState>;
  /** Starts anew with these words; empty words are all calls. */
  search(words: string): Promise<void>;
  /** Fetches what is new and keeps what is there. */
  refresh(): Promise<void>;
  loadOlder(): Promise<void>;
};

const pageSize = 100;

/** Newest first, each call once; of two versions of a call the one from `fresh` stands. */
export function mergeCalls(fresh: readonly CallRecord[], kept: readonly CallRecord[]): CallRecord[] {
  const calls = new Map(kept.map((call) => [call.callId, call]));
  for (const call of fresh) calls.set(call.callId, call);
  return [...calls.values()].sort((a, b) => b.calledAt - a.calledAt || b.callId.localeCompare(a.callId));
}

export function createCallList(listHistory: Host['listHistory']): CallList {
  const store = createStore<CallListState>(() => ({ status: 'loading', calls: [], more: false, search: '' }));
  // An answer to an older question than the last must not land in the list of another search.
  let question = 0;

  const fetchPage = async (before: number | null, keep: boolean) => {
    question += 1;
    const asked = question;
    const { search } = store.getState();
    try {
      const page = await listHistory({
        limit: pageSize,
        ...(search === '' ? {} : { search }),
        ...(before === null ? {} : { before }),
      });
      if (asked !== question) return;
      const state = store.getState();
      const kept = keep ? state.calls : [];
      // A refreshed first page says nothing about what lies behind the older pages that are kept.
      const more = before === null && kept.length > page.calls.length ? state.more : page.more;
      store.setState({ status: 'ready', calls: mergeCalls(page.calls, kept), more });
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
    refresh: () => fetchPage(null, true),
    loadOlder: async () => {
      const { calls, more, status } = store.getState();
      const oldest = calls.at(-1);
      if (!more || status === 'loading' || oldest === undefined) return;
      store.setState({ status: 'loading' });
      await fetchPage(oldest.calledAt, true);
    },
  };
}
