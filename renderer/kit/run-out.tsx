import { useLayoutEffect, useRef } from 'react';
import styles from './run-out.module.css';

export type RunOutProps = { from: number; until: number; secondsLeft: number };

/**
 * The line that runs out with a deadline. It moves smoothly from one animation that ends at the deadline; where motion is unwelcome it
 * steps with the seconds. Both come from `until`, so line and number never disagree.
 */
export function RunOut({ from, until, secondsLeft }: RunOutProps) {
  const line = useRef<HTMLSpanElement>(null);
  const total = Math.max(1, until - from);
  const left = Math.max(0, Math.min(1, (secondsLeft * 1000) / total));
  useLayoutEffect(() => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (still || line.current === null) return;
    const remaining = Math.max(0, until - Date.now());
    const animation = line.current.animate(
      [{ transform: `scaleX(${Math.min(1, remaining / total)})` }, { transform: 'scaleX(0)' }],
      { duration: remaining, fill: 'forwards' },
    );
    return () => animation.cancel();
  }, [until, total]);
  return (
    <span className={styles.runOut} aria-hidden="true">
      <span ref={line} className={styles.line} style={{ transform: `scaleX(${left})` }} />
    </span>
  );
}
