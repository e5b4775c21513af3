import { useEffect, useState } from 'react';

/** This computer's time, refreshed on the beat: whole steps of `every` ms after `origin`, so that seconds change together. */
export function useNow(every: number, origin = 0): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer: number;
    const beat = () => {
      const time = Date.now();
      setNow(time);
      const past = (((time - origin) % every) + every) % every;
      timer = window.setTimeout(beat, every - past + 1);
    };
    beat();
    return () => window.clearTimeout(timer);
  }, [every, origin]);
  return now;
}
