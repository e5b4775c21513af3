import { useEffect, useState } from 'react';

/**
 * Says something to a screen reader. The region is always on the page and its words change, because a region that arrives with its
 * words is often not read.
 */
export function Announce({ children, urgent = false }: { children: string; urgent?: boolean }) {
  const [words, setWords] = useState('');
  useEffect(() => setWords(children), [children]);
  return (
    <div className="visually-hidden" aria-live={urgent ? 'assertive' : 'polite'} aria-atomic="true">
      {words}
    </div>
  );
}
