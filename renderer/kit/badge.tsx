import styles from './badge.module.css';

/** A small count; above 99 it only says so. */
export function Badge({ count }: { count: number }) {
  if (count < 1) return null;
  // Drawn, not written: the count is said by what carries the badge.
  return <span className={styles.badge} data-count={count > 99 ? '99+' : count} aria-hidden="true" />;
}
