import { useEffect, useRef } from 'react';
import styles from './meter.module.css';

export type MeterProps = {
  label: string;
  /** Calls back with a peak level 0..1, about ten times a second. Returns how to stop. */
  onLevel: (listener: (peak: number) => void) => () => void;
  /** Shows an empty meter and says 0: nothing is sent. */
  silent?: boolean;
};

/** Loudness as an ear hears it: -54 dB and below is nothing, full scale is all. */
export function levelPercent(peak: number): number {
  if (!(peak > 0)) return 0;
  const decibel = 20 * Math.log10(Math.min(peak, 1));
  return Math.max(0, Math.min(100, Math.round((1 + decibel / 54) * 100)));
}

/** Levels go straight to the element: ten renders a second would be ten too many. */
export function Meter({ label, onLevel, silent = false }: MeterProps) {
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = (percent: number) => {
      bar.current?.style.setProperty('--level', `${percent}%`);
      bar.current?.setAttribute('aria-valuenow', String(percent));
    };
    show(0);
    if (silent) return;
    return onLevel((peak) => show(levelPercent(peak)));
  }, [onLevel, silent]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the look of <meter> cannot be changed to these teeth.
    <span
      ref={bar}
      className={styles.meter}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
    />
  );
}
