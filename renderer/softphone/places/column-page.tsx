import type { ReactNode } from 'react';
import styles from './column-page.module.css';

/** A place that is one column under its title. @param airy its parts stand further apart */
export function ColumnPage({ title, airy, children }: { title: string; airy?: boolean; children: ReactNode }) {
  return (
    <section className={styles.page} aria-label={title}>
      <div className={styles.column} data-airy={airy || undefined}>
        <h2>{title}</h2>
        {children}
      </div>
    </section>
  );
}
