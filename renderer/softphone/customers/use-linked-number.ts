import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { goTo, searchTaken, useWantedSearch } from '../places/route.ts';
import type { CustomerList } from './customer-list.ts';
import { whoHas } from './who-has.ts';

type LinkedNumberDeps = {
  list: CustomerList;
  /** What stands in the search field. */
  words: string;
  setWords: (words: string) => void;
  openedId: string | null;
};

/**
 * A link with a number searches the list for it, and opens the one who has it: at once, or when the relay is back. Who types
 * meanwhile, or opens somebody else, has gone on.
 */
export function useLinkedNumber({ list, words, setWords, openedId }: LinkedNumberDeps): void {
  const wanted = useWantedSearch('customers');
  const [sought, setSought] = useState<string | null>(null);
  const { status, search, customers } = useStore(list.store);

  useEffect(() => {
    if (wanted === '') return;
    setWords(wanted);
    setSought(wanted);
    if (list.store.getState().tag !== null) void list.filter(null);
    searchTaken('customers');
  }, [wanted, list, setWords]);

  useEffect(() => {
    if (sought === null) return;
    const hasGoneOn = words !== sought || openedId !== null;
    if (!hasGoneOn && (status !== 'ready' || search !== sought)) return;
    setSought(null);
    const holder = hasGoneOn ? null : whoHas(sought, customers);
    if (holder !== null) goTo({ place: 'customers', callId: holder });
  }, [sought, words, openedId, status, search, customers]);
}
