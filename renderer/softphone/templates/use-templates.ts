import { useCallback, useEffect, useState } from 'react';
import type { Templates } from '../../../src/contract/api/templates.ts';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { templateRevisionOf } from '../../host/selectors.ts';
import { sentenceOf } from '../../kit/sentence-of.ts';

export type KnownTemplates =
  | { status: 'coming' }
  | { status: 'failed'; sentence: string }
  | { status: 'known'; page: Templates };

/** The company's templates, kept up to date while they are shown. */
export function useTemplates(): { known: KnownTemplates; syncing: boolean; sync: () => Promise<void> } {
  const host = useHost();
  const revision = useDesk(templateRevisionOf);
  const [known, setKnown] = useState<KnownTemplates>({ status: 'coming' });
  const [syncing, setSyncing] = useState(false);
  const failed = useCallback((error: unknown) => {
    const sentence = sentenceOf(error, 'The templates cannot be fetched right now.');
    // What is known stays on the screen: an old list is better than none.
    setKnown((before) =>
      before.status === 'known'
        ? { ...before, page: { ...before.page, problem: sentence } }
        : { status: 'failed', sentence },
    );
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision says that they are others.
  useEffect(() => {
    let isWanted = true;
    host.templates.list().then(
      (page) => {
        if (isWanted) setKnown({ status: 'known', page });
      },
      (error: unknown) => {
        if (isWanted) failed(error);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [host, revision, failed]);
  const sync = useCallback(async () => {
    setSyncing(true);
    try {
      setKnown({ status: 'known', page: await host.templates.sync() });
    } catch (error) {
      failed(error);
    }
    setSyncing(false);
  }, [host, failed]);
  return { known, syncing, sync };
}
