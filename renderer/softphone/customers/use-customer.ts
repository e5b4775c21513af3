import { useCallback, useEffect, useState } from 'react';
import type { CustomerPage } from '../../../src/contract/api/customers.ts';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { customerRevisionOf } from '../../host/selectors.ts';
import { sentenceOf } from '../../kit/sentence-of.ts';

/** `ahead`: how far the relay's clock, by which a page tells its instants, is ahead of this computer's, ms. */
export type KnownCustomer =
  | { status: 'coming' }
  | { status: 'failed'; sentence: string }
  | { status: 'known'; page: CustomerPage; ahead: number };

/** A customer's page, kept up to date while it is open: by the relay's word, and when a time that it names has come. */
export function useCustomer(customerId: string): [KnownCustomer, () => void] {
  const host = useHost();
  const revision = useDesk(customerRevisionOf);
  const [known, setKnown] = useState<KnownCustomer>({ status: 'coming' });
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => {
    void host.command({ kind: 'watchCustomer', customerId });
    return () => void host.command({ kind: 'watchCustomer', customerId: null });
  }, [host, customerId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision, or a time that has come, says that it is another.
  useEffect(() => {
    let isWanted = true;
    host.customers.open(customerId).then(
      (page) => {
        if (isWanted) setKnown({ status: 'known', page, ahead: page.now - Date.now() });
      },
      (error: unknown) => {
        const sentence = sentenceOf(error, 'The customer cannot be fetched right now.');
        // What is known stays on the screen: an old page is better than none.
        if (isWanted) setKnown((before) => (before.status === 'known' ? before : { status: 'failed', sentence }));
      },
    );
    return () => {
      isWanted = false;
    };
  }, [host, customerId, revision, turn]);
  const next = known.status === 'known' ? nextChange(known.page) : null;
  useEffect(() => {
    if (next === null || known.status !== 'known') return;
    const timer = setTimeout(again, Math.max(0, next - known.ahead - Date.now()) + 250);
    return () => clearTimeout(timer);
  }, [next, known, again]);
  return [known, again];
}

/** When something on the page changes by its time alone, by the relay's clock. */
function nextChange({ channels, now }: CustomerPage): number | null {
  const times = channels.flatMap(({ closed, closesAt, standing, window }) => [
    closed?.until ?? null,
    closesAt,
    standing.permission.kind === 'temporary' ? standing.permission.until : null,
    standing.asks.nextAt,
    standing.calls.nextAt,
    standing.openAsk?.until ?? null,
    window.open ? window.until : null,
  ]);
  const ahead = times.flatMap((at) => (at !== null && at > now ? [at] : []));
  return ahead.length === 0 ? null : Math.min(...ahead);
}
