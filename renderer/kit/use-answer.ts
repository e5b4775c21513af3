import { useEffect, useState } from 'react';
import { sentenceOf } from './sentence-of.ts';

/**
 * What was asked for, null until it comes. A question that is another asks again.
 *
 * @param ask the same function as long as the question is the same
 * @param otherwise what is said when the failure has no sentence of its own
 */
export function useAnswer<T>(ask: () => Promise<T>, otherwise: string): { answer: T | null; problem: string | null } {
  const [answer, setAnswer] = useState<T | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    ask().then(
      (found) => {
        if (!isWanted) return;
        setAnswer(() => found);
        setProblem(null);
      },
      (error: unknown) => isWanted && setProblem(sentenceOf(error, otherwise)),
    );
    return () => {
      isWanted = false;
    };
  }, [ask, otherwise]);
  return { answer, problem };
}
