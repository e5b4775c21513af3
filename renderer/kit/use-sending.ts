import { useState } from 'react';
import { sentenceOf } from './sentence-of.ts';

export type Sending = {
  sending: boolean;
  /** Why the last one did not go; null while one is on its way. */
  problem: string | null;
  /** Does one thing at a time: what is asked for meanwhile is left out. */
  send(what: () => Promise<void>): Promise<void>;
};

/** Something that is sent by pressing a button. @param otherwise what is said when the failure has no sentence of its own */
export function useSending(otherwise: string): Sending {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (what: () => Promise<void>) => {
    if (sending) return;
    setSending(true);
    setProblem(null);
    try {
      await what();
    } catch (error) {
      setProblem(sentenceOf(error, otherwise));
    }
    setSending(false);
  };
  return { sending, problem, send };
}
