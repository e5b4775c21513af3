import type { ReactNode } from 'react';
import styles from './row.module.css';

/** A control under its name. The control carries the same name for screen readers, so here it is for the eye only. */
export function Row({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.label} aria-hidden="true">
        {name}
      </span>
      {children}
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
