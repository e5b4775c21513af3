import { useState } from 'react';

/** What is being written, and the id under which it will be sent: tried again after a lost answer, it is the same message. */
export type Draft = { messageId: string; text: string };

/** Kept while the window lives, so that a call or a look at another customer costs no words. Words of customers are not written to disk here. */
const drafts = new Map<string, Draft>();

const empty = (): Draft => ({ messageId: crypto.randomUUID(), text: '' });

/** @param key whom it is for, and on which number */
export function useDraft(key: string): [Draft, { write(text: string): void; sent(): void }] {
  const [draft, setDraft] = useState(() => drafts.get(key) ?? empty());
  const keep = (next: Draft) => {
    if (next.text === '') drafts.delete(key);
    else drafts.set(key, next);
    setDraft(next);
  };
  return [draft, { write: (text) => keep({ ...draft, text }), sent: () => keep(empty()) }];
}
