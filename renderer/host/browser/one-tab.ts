/** Whether this tab is the desk. Two tabs of one profile would ring twice and fight for the seat, so only one is. */
export type TabState = { status: 'asking' } | { status: 'here' } | { status: 'elsewhere'; onCall: boolean };

export type OneTab = {
  getState(): TabState;
  subscribe(listener: () => void): () => void;
  /** Takes the desk over from the tab that has it. */
  useThisTab(): void;
  /** The desk's tab says whether it is in a call, which must not be cut off from another tab. */
  tellOnCall(onCall: boolean): void;
};

type Word = { kind: 'ask' } | { kind: 'onCall'; onCall: boolean };

const isWord = (word: unknown): word is Word =>
  typeof word === 'object' && word !== null && 'kind' in word && (word.kind === 'ask' || word.kind === 'onCall');

/**
 * A Web Lock is held for as long as the page lives, so a tab that crashes or closes frees it, and the tab that waits becomes the desk.
 * @param lockName one for all tabs of a profile
 * @param locks undefined where the page is not served securely; then every tab is a desk.
 */
export function createOneTab(locks: LockManager | undefined, channel: BroadcastChannel, lockName: string): OneTab {
  const listeners = new Set<() => void>();
  let state: TabState = { status: 'asking' };
  let ownCall = false;
  let waiting = new AbortController();

  const change = (next: TabState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const say = (word: Word) => channel.postMessage(word);

  const hold = (): Promise<never> => {
    change({ status: 'here' });
    say({ kind: 'onCall', onCall: ownCall });
    return new Promise(() => {});
  };
  const waitInLine = () => {
    waiting = new AbortController();
    change({ status: 'elsewhere', onCall: false });
    say({ kind: 'ask' });
    request({ signal: waiting.signal });
  };
  const request = (options: LockOptions) => {
    const { signal } = options;
    locks?.request(lockName, options, hold).catch(() => {
      // Given up by ourselves to take over, or taken away by another tab.
      if (signal?.aborted !== true) waitInLine();
    });
  };

  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isWord(data)) return;
    if (data.kind === 'ask' && state.status === 'here') say({ kind: 'onCall', onCall: ownCall });
    if (data.kind === 'onCall' && state.status === 'elsewhere') change({ status: 'elsewhere', onCall: data.onCall });
  };

  if (locks === undefined) state = { status: 'here' };
  else {
    void locks
      .request(lockName, { ifAvailable: true }, (lock) => (lock === null ? null : hold()))
      .then(
        () => waitInLine(),
        () => waitInLine(),
      );
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    useThisTab: () => {
      waiting.abort();
      request({ steal: true });
    },
    tellOnCall: (onCall) => {
      if (onCall === ownCall) return;
      ownCall = onCall;
      if (state.status === 'here') say({ kind: 'onCall', onCall });
    },
  };
}
